"""A gateway that answers whatever a test tells it to, and remembers what it was asked."""

import http.server
import json
import threading
import time


class Stub:
    """Answers of bytes, by `answer`; `status` and `headers` go with them."""

    def __init__(self):
        self.answer = b""
        self.status = 200
        self.headers = {}
        self.delay = 0.0
        self.requests = []
        stub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stub.requests.append((self.path, dict(self.headers), body))
                time.sleep(stub.delay)
                self.send_response(stub.status)
                for name, value in stub.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(stub.answer)))
                self.end_headers()
                self.wfile.write(stub.answer)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            request_queue_size = 1024

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        # Looked at often, as every test ends one.
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def asked(self):
        """The last request's body."""
        return json.loads(self.requests[-1][2])

    def close(self):
        self.server.shutdown()
        self.server.server_close()
