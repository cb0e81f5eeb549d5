"""What a server that misbehaves puts on the wire comes to the same in every language, and ends no host."""

import contextlib
import socket
import threading

import pytest

HEADER = b"HTTP/1.1 200 OK\r\n"
JSON = b'{"respCode":"0000"}'

#: Bytes before the connection is closed, and the code of the call.
WIRES = [
    (b"", 9), (b"H", 9), (b"HTTP/1.1 200", 9), (HEADER, 9), (HEADER + b"Conte", 9), (HEADER + b"\r\n", 9),
    (HEADER + b"Content-Length: 19\r\n\r\n" + JSON, 0), (HEADER + b"Content-Length: 20\r\n\r\n" + JSON, 9),
    (HEADER + b"Content-Length: 18\r\n\r\n" + JSON, 4), (HEADER + b"\r\n" + JSON, 0), (HEADER + b"Content-Length: 0\r\n\r\n", 3),
    (HEADER + b"Transfer-Encoding: chunked\r\n\r\n13\r\n" + JSON + b"\r\n0\r\n\r\n", 0),
    (HEADER + b"Transfer-Encoding: chunked\r\n\r\n13\r\n" + JSON + b"\r\n", 9),
    (HEADER + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + JSON + b"\r\n0\r\n\r\n", 9),
    (HEADER + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 3),
    (b"HTTP/1.1 100 Continue\r\n\r\n" + HEADER + b"Content-Length: 19\r\n\r\n" + JSON, 0),
    (b"HTTP/1.1 204 No Content\r\n\r\n", 3), (b"HTTP/1.1 500 No\r\nContent-Length: 19\r\n\r\n" + JSON, 0),
    (b"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 19\r\n\r\n" + JSON, 0),
    (b"HTTP/1.1 401 No\r\nContent-Length: 19\r\n\r\n" + JSON, 0),
    (HEADER + b"Content-Encoding: gzip\r\nContent-Length: 19\r\n\r\n" + JSON, 0),
    (b"HTTP/1.1 307 No\r\nLocation: /a\x1b[31m\r\nContent-Length: 2\r\n\r\n{}", 4),
    (b"HTTP/1.0 200 OK\r\n\r\n" + JSON, 0), (b"not HTTP at all", 9), (b"\x00\x01\x02\x03", 9), (b"HTTP/1.1 abc\r\n\r\n" + JSON, 9),
    (b"HTTP/1.1 302 No\r\nLocation: http://other.example/\r\n\r\n", 4),
    (b"HTTP/1.1 302 No\r\nLocation: /\r\nContent-Length: 50\r\n\r\nx", 4),
    (b"HTTP/1.1 302 No\r\nLocation: http://[bad\r\nContent-Length: 19\r\n\r\n" + JSON, 4),
    (b"HTTP/1.1 304 No\r\nLocation: /\r\n\r\n", 4), (b"HTTP/1.1 204 No\r\nContent-Length: 19\r\n\r\n", 3),
    (HEADER + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n13\r\n" + JSON + b"\r\n0\r\n\r\n", 0),
    (HEADER + b"Transfer-Encoding: chunked\r\n\r\n13\r\n" + JSON + b"\r\n0\r\nContent-Length: 5\r\n\r\n", 0),
    (HEADER + b"Content-Length: -5\r\n\r\n" + JSON, 9), (HEADER + b"Content-Length: abc\r\n\r\n" + JSON, 9),
    (HEADER + b"Content-Length: 9999999999\r\n\r\n" + JSON, 9),
    (HEADER + b"Transfer-Encoding: gzip\r\n\r\n" + JSON, 9), (HEADER + b"A: " + b"b" * 90_000 + b"\r\n\r\n" + JSON, 9),
    (HEADER + b"A: " + b"b" * 60_000 + b"\r\n\r\n" + JSON, 0), (HEADER + b"HTTP/x: y\r\nContent-Length: 0\r\n\r\n", 3),
    (b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000, 9), (HEADER + b"A: b\r\n" * 20_000, 9),
]


@contextlib.contextmanager
def server(serve):
    """Gives each connection that has asked something to `serve`."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)

        def accept():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=answer, args=[connection], daemon=True).start()

        def answer(connection):
            with connection, contextlib.suppress(OSError):
                asked = b""
                # All of it: what is left unread makes of the end a reset.
                while b"\r\n\r\n" not in asked or not asked.endswith(b"}"):
                    asked += connection.recv(65536)
                serve(connection)

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module", params=["java", "objective_c", "javascript"])
def host(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize(("wire", "code"), WIRES, ids=[repr(wire[:60]) for wire, _ in WIRES])
def test_what_is_on_the_wire_has_its_code(host, wire, code):
    with server(lambda connection: connection.sendall(wire)) as address:
        host.say("initialize", address)
        got, answer = host.ask()
        assert got == code, answer
    assert "\x1b" not in host.errors.read_text()


def test_a_kept_connection_that_was_closed_since_is_made_anew(host):
    with server(lambda connection: connection.sendall(HEADER + b"Content-Length: 19\r\n\r\n" + JSON)) as address:
        host.say("initialize", address)
        assert [host.ask()[0] for _ in range(20)] == [0] * 20


def test_a_log_shows_no_words_of_a_server(host):
    forged = b'{"respCode":"0000\\n[PGW] forged \\u001b[31m"}'
    with server(lambda connection: connection.sendall(HEADER + b"Content-Length: %d\r\n\r\n" % len(forged) + forged)) as address:
        host.say("initialize", address)
        host.ask()
        assert "forged" not in host.errors.read_text()


def test_no_error_shows_the_token_that_a_server_sends_back(host):
    token = "a-token-of-some-length"
    for place in [f"http://{token}.example/", f"http://other.example/{token}", f"{token}://x"]:
        wire = f"HTTP/1.1 302 No\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode()
        with server(lambda connection: connection.sendall(wire)) as address:
            host.say("initialize", address)
            code, (_, detail) = host.ask(token)
            assert code == 4 and token not in detail
    assert token not in host.errors.read_text()
