"""A merchant's site: it shows a page that a test makes, and keeps what is posted to it."""

import http.server
import threading
import urllib.parse


class Site:
    def __init__(self, host, page):
        """`page` makes the page of an address's query."""
        self.posted = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                html = page(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(html)))
                self.end_headers()
                self.wfile.write(html)

            def do_POST(self):
                site.posted.append(urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
                self.do_GET()

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()
