"""TLS in every language: a certificate the machine trusts is served, any other is code 7; and a gateway that says nothing is code 6.

A mount namespace of its own shows each program a store of trusted certificates that has one more: the machine's stays as it is.
"""

import contextlib
import socket
import ssl
import subprocess
import threading

import pytest
from host import Host
from stub import Stub
from vectors import ANSWERS, give

STORE = "/etc/ssl/certs/ca-certificates.crt"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A certificate for this machine, and a key store of Java's that trusts it."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", folder / "key.pem",
         "-out", folder / "certificate.pem", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True)
    subprocess.run(
        ["keytool", "-importcert", "-noprompt", "-alias", "test", "-file", folder / "certificate.pem", "-keystore", folder / "store.p12",
         "-storetype", "PKCS12", "-storepass", "changeit"], check=True, capture_output=True)
    store = (folder / "certificate.pem").read_text()
    try:
        store += open(STORE).read()
    except FileNotFoundError:
        pass
    (folder / "store.pem").write_text(store)
    return folder


@pytest.fixture
def secure(authority):
    stub = Stub()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "certificate.pem", authority / "key.pem")
    stub.server.socket = context.wrap_socket(stub.server.socket, server_side=True)
    stub.address = stub.address.replace("http:", "https:")
    give(stub, ANSWERS[0])
    yield stub
    stub.close()


def test_an_untrusted_certificate_has_its_code(java, objective_c, javascript, secure):
    for host in [java, objective_c, javascript]:
        host.say("initialize", secure.address)
        assert host.ask()[0] == 7
    assert secure.requests == []


@pytest.mark.skipif(
    subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode != 0, reason="no mount namespace can be made here")
@pytest.mark.parametrize("language", ["java", "objective_c", "javascript"])
def test_a_trusted_certificate_is_served(request, authority, secure, tmp_path, language):
    command = list(map(str, request.getfixturevalue(language).process.args))
    if language == "java":
        command[1:1] = [f"-Djavax.net.ssl.trustStore={authority}/store.p12", "-Djavax.net.ssl.trustStorePassword=changeit"]
    bind = f'mount --bind "{authority}/store.pem" {STORE} && exec "$@"'
    host = Host(["unshare", "--mount", "sh", "-c", bind, "sh", *command], tmp_path / "errors")
    try:
        host.say("initialize", secure.address)
        assert host.ask()[0] == 0, (tmp_path / "errors").read_text()
    finally:
        host.end()


@pytest.mark.parametrize("language", ["objective_c", "javascript"])
def test_a_certificate_of_ones_own_is_named_by_the_environment(request, authority, secure, tmp_path, language):
    host = Host(["env", f"SSL_CERT_FILE={authority}/certificate.pem", *request.getfixturevalue(language).process.args], tmp_path / "errors")
    try:
        host.say("initialize", secure.address)
        assert host.ask()[0] == 0, (tmp_path / "errors").read_text()
    finally:
        host.end()


#: Whether by TLS, what a server says to whoever asks, and what it goes on with as long as anybody listens.
ENDLESS = [
    ("http", b"", b""), ("http", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b" "),
    ("http", b"HTTP/1.1 200 OK\r\nA: ", b"a"), ("http", b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    # The begin of a ServerHello that is long.
    ("https", b"", b""), ("https", b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc", b"\x03"),
]


def test_a_gateway_that_says_nothing_or_never_ends_is_timed_out_everywhere(java, objective_c, javascript, tmp_path):
    with contextlib.ExitStack() as end:
        hosts = []
        for scheme, begin, drop in ENDLESS:
            server = end.enter_context(socket.socket())
            server.bind(("127.0.0.1", 0))
            server.listen()
            threading.Thread(target=drip, args=[server, begin, drop], daemon=True).start()
            for program in [java, objective_c, javascript]:
                host = Host(program.process.args, tmp_path / str(len(hosts)))
                end.callback(host.end)
                host.say("initialize", f"{scheme}://127.0.0.1:{server.getsockname()[1]}")
                # All at once: each waits for half a minute.
                host.write("ask", "tok")
                hosts.append(host)
        assert [host.read()[0] for host in hosts] == [6] * len(hosts)


def drip(server, begin, drop):
    connections = []
    server.settimeout(0.1)
    while server.fileno() >= 0:
        try:
            connection, _ = server.accept()
            connection.recv(65536)
            connection.sendall(begin)
            connections.append(connection)
        except OSError:
            pass
        for connection in connections:
            try:
                connection.send(drop)
            except OSError:
                pass
