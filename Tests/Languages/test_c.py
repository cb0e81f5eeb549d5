"""The C ABI: what Bindings/C/openpgw.h promises, held against the library."""

import ctypes
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import threading

import pytest
from compilers import ROOT
from stub import Stub
from vectors import ADDRESSES, ANSWERS, KEYS, NO_ADDRESSES, NO_REQUESTS, NO_SETUPS, REQUESTS, give

ANSWER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p)
CARD = {"channelCode": "CC", "token": "t-1", "accountNo": "411111XXXXXX1111", "expiry": "2027-05-31", "name": "李小龍 𠮷 👩",
        "email": "a***b@c**d.com", "status": "EX", "iconUrl": "i", "logoUrl": "l", "cardBrand": "VISA"}
ANSWERED = {"paymentToken": "tok", "customerToken": [CARD], "respCode": "0000", "respDesc": "Success"}


class Library:
    """The library as a host that is no C program loads it."""

    def __init__(self, path):
        self.c = ctypes.CDLL(str(path))
        self.c.pgw_customer_token_info.restype = ctypes.c_uint64
        self.c.pgw_customer_token_info.argtypes = [ctypes.c_char_p, ANSWER, ctypes.c_void_p]
        self.c.pgw_call.restype = ctypes.c_uint64
        self.c.pgw_call.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ANSWER, ctypes.c_void_p]
        self.c.pgw_cancel.argtypes = [ctypes.c_uint64]
        self.c.pgw_free.argtypes = [ctypes.c_void_p]
        for name in ["pgw_client_id", "pgw_configuration"]:
            getattr(self.c, name).restype = ctypes.c_void_p

    def initialize(self, value):
        return self.c.pgw_initialize(None if value is None else value if isinstance(value, bytes) else json.dumps(value).encode())

    def text(self, name):
        pointer = getattr(self.c, name)()
        text = ctypes.string_at(pointer).decode()
        self.c.pgw_free(pointer)
        return text

    def start(self, request, name=None):
        """One call, of stored cards or by its name: its number, and where its answers come."""
        call = Call()

        @ANSWER
        def answered(context, code, text):
            call.answers.append((context, code, json.loads(ctypes.string_at(text))))
            call.threads.append(threading.get_ident())
            self.c.pgw_free(text)
            call.isAnswered.set()

        call.keep = answered
        text = None if request is None else request if isinstance(request, bytes) else json.dumps(request).encode()
        if name is None:
            call.number = self.c.pgw_customer_token_info(text, answered, 4711)
        else:
            call.number = self.c.pgw_call(name.encode(), text, answered, 4711)
        return call

    def ask(self, request, name=None):
        return self.start(request, name).wait()


class Call:
    def __init__(self):
        self.answers = []
        self.threads = []
        self.isAnswered = threading.Event()

    def wait(self):
        assert self.isAnswered.wait(60), "no answer came"
        context, code, answer = self.answers[0]
        assert context == 4711
        return code, answer


@pytest.fixture(scope="session")
def pgw(library):
    return Library(library / "lib/libopenpgw.so")


@pytest.fixture
def asked(pgw, stub):
    assert pgw.initialize({"apiEnvironment": stub.address, "clientId": "client", "locale": "th"}) == 0
    stub.answer = json.dumps(ANSWERED).encode()
    return stub


# In the order of the file: this one before anything is set up.
def test_before_initialize_there_is_a_code(pgw):
    assert pgw.text("pgw_configuration") == "{}"
    code, answer = pgw.ask({"paymentToken": "x"})
    assert code == answer["code"] == 1 and answer["message"]
    assert re.fullmatch("[0-9A-F]{32}", pgw.text("pgw_client_id"))


def test_the_library_shows_the_functions_of_the_header_and_no_other(library):
    header = (ROOT / "Bindings/C/openpgw.h").read_text()
    declared = set(re.findall(r"\b(pgw_\w+)\([^;{}]*\);", re.sub(r"/\*.*?\*/", "", header, flags=re.S)))
    symbols = subprocess.run(
        ["nm", "-D", "--defined-only", "--extern-only", library / "lib/libopenpgw.so"], capture_output=True, text=True, check=True)
    assert {line.split()[-1] for line in symbols.stdout.splitlines()} == declared
    assert len(declared) == 8


def test_the_library_is_small(library):
    assert (library / "lib/libopenpgw.so").stat().st_size < 1_000_000


@pytest.mark.parametrize("compiler", [["-std=c99", "-xc"], ["-std=c11", "-xc"], ["-std=c++11", "-xc++"], ["-std=c++20", "-xc++"]])
def test_the_header_is_c_and_c_plus_plus(compiler):
    text = '#include "openpgw.h"\nint main(void) { return pgw_abi_version() == PGW_ABI_VERSION && PGW_MALFORMED_REQUEST == 10; }\n'
    command = ["clang", *compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", f"-I{ROOT}/Bindings/C", "-"]
    assert subprocess.run(command, input=text, text=True, capture_output=True).returncode == 0


def test_the_version_is_that_of_the_header(pgw):
    assert pgw.c.pgw_abi_version() == int(re.search(r"PGW_ABI_VERSION (\d+)", (ROOT / "Bindings/C/openpgw.h").read_text())[1])


def test_every_field_arrives(pgw, asked):
    code, answer = pgw.ask({"paymentToken": "tok"})
    assert code == 0
    assert answer == {"responseCode": "0000", "responseDescription": "Success", "paymentToken": "tok", "customerTokens": [CARD]}
    assert list(answer["customerTokens"][0]) == KEYS


def test_what_goes_out_is_the_call_of_the_protocol(pgw, asked):
    pgw.ask({"paymentToken": "tok"})
    path, headers, _ = asked.requests[-1]
    assert path == "/payment/4.3/cardtokeninfo" and headers["Content-Type"] == "application/json"
    assert asked.asked() == {"paymentToken": "tok", "clientID": "client", "locale": "th"}
    pgw.ask({"paymentToken": "tok", "clientId": "other", "locale": "en"})
    assert asked.asked() == {"paymentToken": "tok", "clientID": "other", "locale": "en"}


@pytest.mark.parametrize("vector", REQUESTS, ids=[vector["name"] for vector in REQUESTS])
def test_what_goes_out_is_what_swift_sends(pgw, asked, vector):
    assert pgw.ask({name: vector[name] for name in ["paymentToken", "clientId", "locale"]})[0] == 0
    assert asked.asked() == vector["body"]


@pytest.mark.parametrize("vector", ANSWERS, ids=[vector["name"] for vector in ANSWERS])
def test_every_answer_comes_to_the_same(pgw, asked, vector):
    give(asked, vector)
    code, answer = pgw.ask({"paymentToken": "tok"})
    assert code == vector["code"], answer
    assert answer == vector["response"] if code == 0 else set(answer) == {"code", "message", "detail"}


@pytest.mark.parametrize(("answer", "status", "headers", "code"), [
    (b'{"respCode":"0000","x":"' + b"a" * (1 << 20) + b'"}', 200, {}, 4), (b"{}", 302, {"Location": "http://127.0.0.1:1/x"}, 4),
    (b"[" * 10_000, 200, {}, 4),
])
def test_what_is_no_answer_has_a_code(pgw, asked, answer, status, headers, code):
    asked.answer, asked.status, asked.headers = answer, status, headers
    got, error = pgw.ask({"paymentToken": "tok"})
    assert got == error["code"] == code and error["message"] and set(error) == {"code", "message", "detail"}
    assert len(asked.requests) == 1


@pytest.mark.parametrize(("request_", "code"), [*NO_REQUESTS, (b'{"paymentToken":"\xff"}', 10)])
def test_what_is_no_request_has_a_code_and_is_not_sent(pgw, asked, request_, code):
    got, error = pgw.ask(request_.encode() if isinstance(request_, str) else request_)
    assert got == error["code"] == code and error["message"]
    assert asked.requests == []


@pytest.mark.parametrize(("setup", "code"), NO_SETUPS)
def test_a_set_up_that_is_none_leaves_the_one_there_was(pgw, asked, setup, code):
    before = pgw.text("pgw_configuration")
    assert pgw.initialize(None if setup is None else setup.encode()) == code
    assert pgw.text("pgw_configuration") == before
    assert pgw.ask({"paymentToken": "tok"})[0] == 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_taken(pgw, address):
    assert pgw.initialize({"apiEnvironment": address}) == 0
    assert json.loads(pgw.text("pgw_configuration"))["gateway"] == address


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_is_refused(pgw, address):
    assert pgw.initialize({"apiEnvironment": address}) == 10


def test_a_call_goes_where_the_set_up_said_when_it_was_made(pgw, asked):
    for _ in range(100):
        pgw.initialize({"apiEnvironment": asked.address})
        call = pgw.start({"paymentToken": "tok"})
        pgw.initialize({"apiEnvironment": "http://127.0.0.1:1"})
        assert call.wait()[0] == 0
    assert len(asked.requests) == 100


def test_the_environments_have_the_documented_names(pgw):
    for name in ["Production", "ProductionIndonesia", "Sandbox"]:
        assert pgw.initialize({"apiEnvironment": name, "log": False, "clientId": None}) == 0
        configuration = json.loads(pgw.text("pgw_configuration"))
        assert configuration["apiEnvironment"] == name and configuration["gateway"].endswith(".2c2p.com")


def test_nobody_listening_is_unreachable(pgw):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        pgw.initialize({"apiEnvironment": f"http://127.0.0.1:{nobody.getsockname()[1]}"})
        code, error = pgw.ask({"paymentToken": "x"})
        assert code == 5 and error["message"] == "The payment gateway cannot be reached." and "connect" in error["detail"]


def test_a_call_that_is_cancelled_is_answered_once(pgw, asked):
    asked.delay = 2
    calls = [pgw.start({"paymentToken": "tok"}) for _ in range(20)]
    for call in calls:
        pgw.c.pgw_cancel(call.number)
        pgw.c.pgw_cancel(call.number)
    assert [call.wait()[0] for call in calls] == [8] * 20
    asked.delay = 0
    # One that is answered already is not answered again.
    done = pgw.start({"paymentToken": "tok"})
    assert done.wait()[0] == 0
    pgw.c.pgw_cancel(done.number)
    for number in [0, 1 << 63, done.number + 1]:
        pgw.c.pgw_cancel(number)
    assert pgw.ask({"paymentToken": "tok"})[0] == 0
    assert all(len(call.answers) == 1 for call in [*calls, done])
    assert len({call.number for call in calls}) == 20


def test_a_thousand_calls_at_once_are_all_answered_once(pgw, asked):
    calls = [pgw.start({"paymentToken": "tok"}) for _ in range(1000)]
    assert [call.wait()[0] for call in calls] == [0] * 1000
    assert all(len(call.answers) == 1 for call in calls)


def test_a_receiver_that_blocks_stops_no_other(pgw, asked):
    go, here = threading.Event(), threading.Semaphore(0)
    kept = []
    for _ in range(300):
        @ANSWER
        def blocked(_, code, text):
            pgw.c.pgw_free(text)
            here.release()
            go.wait(60)
        kept.append(blocked)
        pgw.c.pgw_customer_token_info(b'{"paymentToken":"tok"}', blocked, None)
    # All of them are inside their receivers before any is let go.
    assert all(here.acquire(timeout=60) for _ in range(300))
    call = pgw.start({"paymentToken": "tok"})
    assert call.wait()[0] == 0 and threading.get_ident() not in call.threads
    go.set()


def test_without_a_receiver_nothing_is_asked(pgw, asked):
    assert pgw.c.pgw_customer_token_info(b'{"paymentToken":"tok"}', ANSWER(0), None) == 0
    assert pgw.ask({"paymentToken": "tok"})[0] == 0
    assert len(asked.requests) == 1


def test_loading_leaves_the_hosts_signals_alone(library):
    program = (
        "import ctypes, signal, sys\n"
        f"ctypes.CDLL({str(library / 'lib/libopenpgw.so')!r}).pgw_abi_version()\n"
        "caught = int(next(l for l in open('/proc/self/status') if l.startswith('SigCgt')).split()[1], 16)\n"
        "print([n for n in map(int, sys.argv[1:]) if caught >> (n - 1) & 1])")
    signals = [signal.SIGQUIT, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGSEGV]
    run = subprocess.run(["python3", "-c", program, *(str(int(s)) for s in signals)], capture_output=True, text=True)
    assert run.stdout == "[]\n", run.stdout + run.stderr


@pytest.fixture(scope="session")
def example(library, tmp_path_factory):
    """Examples/C, built as its reader builds it."""
    program = tmp_path_factory.mktemp("c") / "cards"
    environment = {**os.environ, "PKG_CONFIG_PATH": f"{library}/lib/pkgconfig"}
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "openpgw"], env=environment, capture_output=True, text=True, check=True)
    subprocess.run(
        ["cc", "-Wall", "-Wextra", "-Werror", ROOT / "Examples/C/cards.c", *flags.stdout.split(), f"-Wl,-rpath,{library}/lib", "-o", program],
        check=True)
    return program


def test_the_example_lists_cards_and_says_why_not(example, gateway, mint):
    run = subprocess.run([example, gateway.address, mint()], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0 and json.loads(run.stdout)["customerTokens"][0]["accountNo"] == "411111XXXXXX1111"
    refused = subprocess.run([example, gateway.address, "nonsense"], capture_output=True, text=True, timeout=60)
    assert refused.returncode == 1 and json.loads(refused.stdout)["responseCode"] == "9040"
    nobody = subprocess.run([example, "http://127.0.0.1:1", "x"], capture_output=True, text=True, timeout=60)
    assert nobody.returncode == 1 and json.loads(nobody.stdout)["code"] == 5
    quoted = subprocess.run([example, gateway.address, 'a"\\\n' + "b" * 5000], capture_output=True, text=True, timeout=60)
    assert quoted.returncode == 1 and json.loads(quoted.stdout)["responseCode"]
    address = subprocess.run([example, "localhost:8080", "x"], capture_output=True, text=True, timeout=60)
    assert address.returncode == 2 and "http://" in address.stdout


def test_ten_thousand_calls_leave_no_memory_behind(library, gateway, tmp_path):
    program = tmp_path / "many"
    subprocess.run(
        ["cc", "-g", "-fsanitize=address", "-Wall", "-Wextra", "-Werror", ROOT / "Tests/Languages/many.c",
         f"-I{library}/include", f"-L{library}/lib", "-lopenpgw", f"-Wl,-rpath,{library}/lib", "-o", program], check=True)
    run = subprocess.run(
        [program, gateway.address, "10000"], capture_output=True, text=True, timeout=300,
        env={**os.environ, "ASAN_OPTIONS": "detect_leaks=1"})
    assert run.returncode == 0 and run.stderr == "", run.stderr[:4000]
    answered, cancelled = map(int, run.stdout.split())
    assert answered + cancelled == 10_000 and answered > 0 and cancelled > 0


@pytest.fixture(scope="module")
def hostile(library, tmp_path_factory):
    """Tests/Languages/hostile.c: a host that does what hosts do."""
    program = tmp_path_factory.mktemp("hostile") / "hostile"
    subprocess.run(
        ["cc", "-g", "-Wall", "-Wextra", "-Werror", ROOT / "Tests/Languages/hostile.c", f"-I{library}/include", f"-L{library}/lib",
         "-lopenpgw", "-ldl", "-lpthread", f"-Wl,-rpath,{library}/lib", "-o", program], check=True)
    return program


def play(hostile, *arguments, **options):
    return subprocess.run([hostile, *map(str, arguments)], capture_output="stderr" not in options, text=True, timeout=120, **options)


def test_a_log_that_cannot_be_written_ends_nobody(hostile, asked):
    with open("/dev/full", "w") as full:
        assert play(hostile, "log", asked.address, stderr=full, stdout=subprocess.DEVNULL).returncode == 0
    reader, writer = os.pipe()
    os.close(reader)
    assert play(hostile, "log", asked.address, stderr=writer, stdout=subprocess.DEVNULL).returncode == 0
    os.close(writer)
    # One that nobody reads: what does not go at once is left out.
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    assert play(hostile, "log", asked.address, stderr=writer, stdout=subprocess.DEVNULL).returncode == 0
    os.close(reader)
    os.close(writer)


def test_a_host_may_change_its_environment_amid_calls(hostile, asked):
    assert play(hostile, "environment", asked.address).returncode == 0


def test_a_host_may_end_amid_handshakes(hostile, tmp_path):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", tmp_path / "key.pem",
         "-out", tmp_path / "certificate.pem", "-days", "2", "-subj", "/CN=127.0.0.1"], check=True, capture_output=True)
    stub = Stub()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    stub.server.socket = context.wrap_socket(stub.server.socket, server_side=True)
    try:
        # Once with the system's authorities, which are read once, and once with named ones, which are read for each handshake.
        named = {"SSL_CERT_FILE": str(tmp_path / "certificate.pem"), "SSL_CERT_DIR": "/etc/ssl/certs"}
        plain = {name: value for name, value in os.environ.items() if name not in named}
        runs = [
            play(hostile, "exit", stub.address.replace("http:", "https:"), wait, env=plain | more)
            for wait in range(0, 160, 8) for more in [{}, named]]
        assert [run.returncode for run in runs] == [3] * len(runs)
    finally:
        stub.close()


def test_a_child_of_a_host_may_end(hostile, asked):
    assert play(hostile, "fork", asked.address).returncode == 0


def test_a_library_that_is_closed_stays(hostile, library, asked):
    assert play(hostile, "close", asked.address, library / "lib/libopenpgw.so").returncode == 0


def test_calls_without_a_file_left_are_answered_and_later_ones_too(hostile, asked):
    run = play(hostile, "files", asked.address)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["9", "9", "9", "0"], run.stdout
