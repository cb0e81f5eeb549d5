"""The Java port, compiled at level 8, which Kotlin and Android use."""

import re
import socket
import subprocess

import pytest
from conftest import ROOT
from host import Host
from vectors import ANSWERS, give

SOURCES = ROOT / "Bindings/Java/src"


def javac(out, *folders, more=()):
    files = [file for folder in folders for file in sorted(folder.rglob("*.java"))]
    return subprocess.run(
        ["javac", "--release", "8", "-Xlint:all,-options", "-Werror", "-encoding", "UTF-8", "-d", out, *more, *files],
        capture_output=True, text=True)


@pytest.fixture(scope="session")
def classes(tmp_path_factory):
    out = tmp_path_factory.mktemp("java")
    built = javac(out, SOURCES / "main", SOURCES / "jvm", ROOT / "Tests/Languages/java")
    assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="session")
def java(classes, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    java = Host(
        ["java", f"-Djava.util.prefs.userRoot={home}", "-Dfile.encoding=UTF-8", "-cp", classes, "Harness"], home / "errors")
    yield java
    java.end()


@pytest.fixture
def asked(java, stub):
    java.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


# In the order of the file: this one before anything is set up.
def test_before_initialize_there_is_a_code(java):
    assert java.ask()[0] == 1
    assert java.say("null")[0] == 2


@pytest.mark.parametrize("vector", ANSWERS, ids=[vector["name"] for vector in ANSWERS])
def test_every_answer_comes_to_the_same(java, asked, vector):
    give(asked, vector)
    code, response = java.ask()
    assert code == vector["code"], response
    assert code != 0 or response == vector["response"]
    assert len(asked.requests) == 1


def test_what_goes_out_is_the_call_of_the_protocol(java, asked):
    java.ask()
    path, headers, _ = asked.requests[-1]
    assert path == "/payment/4.3/cardtokeninfo" and headers["Content-Type"] == "application/json"
    assert asked.asked() == {"paymentToken": "tok", "clientID": "client", "locale": "th"}


def test_a_missing_request_has_a_code_and_nothing_is_sent(java, asked):
    assert java.say("null")[0] == 2
    assert asked.requests == []


def test_an_answer_over_a_mebibyte_and_a_redirection_are_no_answers(java, asked):
    asked.answer = b'{"respCode":"0000","x":"' + b"a" * (1 << 20) + b'"}'
    assert java.ask()[0] == 4
    asked.answer, asked.status, asked.headers = b"{}", 307, {"Location": "http://127.0.0.1:1/x"}
    assert java.ask()[0] == 4
    assert len(asked.requests) == 2


def test_nobody_listening_no_address_and_no_tls_have_their_codes(java, stub):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        java.say("initialize", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        assert java.ask()[0] == 5
    for address in ["localhost:8080", "ftp://127.0.0.1", "http://"]:
        java.say("initialize", address)
        assert java.ask()[0] == 5
    java.say("initialize", stub.address.replace("http:", "https:"))
    assert java.ask()[0] == 7


def test_a_connection_that_is_closed_in_the_middle_is_one_failure(java):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        java.say("initialize", f"http://127.0.0.1:{server.getsockname()[1]}")
        java.write("ask", "tok")
        connection, _ = server.accept()
        connection.recv(1024)
        connection.close()
        assert java.read()[0] == 9
        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_thousand_calls_at_once_are_all_answered(java, asked):
    assert java.say("many", "1000", "tok") == (1000, [])


def test_a_callback_that_throws_keeps_no_other_from_its_answer(java, asked):
    code, texts = java.say("throw", "tok")
    assert code == 0 and texts[0] == "0000"


def test_the_log_holds_no_token(java, asked):
    java.ask("a-payment-token-that-is-long")
    log = java.errors.read_text()
    assert "a-paym…(28)" in log and "a-payment-token-that-is-long" not in log


def test_constants_are_those_of_the_swift_sdk():
    swift = (ROOT / "Sources/PGW/APIResponseCode.swift").read_text()
    java = (SOURCES / "main/java/com/ccpp/pgw/sdk/android/enums/APIResponseCode.java").read_text()
    expected = dict(re.findall(r'static let (\w+) = "(\d+)"', swift))
    assert len(expected) == 11 and dict(re.findall(r'String (\w+) = "(\d+)"', java)) == expected
    environments = (ROOT / "Sources/PGW/APIEnvironment.swift").read_text()
    java = (SOURCES / "main/java/com/ccpp/pgw/sdk/android/enums/APIEnvironment.java").read_text()
    addresses = set(re.findall(r'"(https://[\w.-]+)"', environments))
    assert len(addresses) == 3 and set(re.findall(r'"(https://[\w.-]+)"', java)) == addresses


def test_cards_of_a_real_gateway(java, gateway, mint):
    java.say("initialize", gateway.address)
    code, response = java.ask(mint())
    assert code == 0 and response["customerTokens"][0]["accountNo"] == "411111XXXXXX1111"
    assert java.ask("nonsense")[1]["responseCode"] == "9040"


def test_a_name_that_is_misspelt_does_not_compile(classes, tmp_path):
    (tmp_path / "Wrong.java").write_text(
        "class Wrong { Object o = com.ccpp.pgw.sdk.android.core.PGWSDK.getInstance().customerTokenInfos(null, null); }")
    assert "customerTokenInfos" in javac(tmp_path, tmp_path, more=["-cp", classes]).stderr


def kotlinc(classes, out, file):
    # Nothing of Kotlin's own is needed to run but its standard library, which goes into the jar.
    return subprocess.run(
        ["kotlinc", "-Werror", "-include-runtime", "-cp", classes, "-d", out, file], capture_output=True, text=True)


@pytest.fixture(scope="session", params=["Java", "Kotlin"])
def example(request, classes, tmp_path_factory):
    """The example of a language, built: what `java` is told to run it."""
    out = tmp_path_factory.mktemp(request.param)
    if request.param == "Java":
        built, main, path = javac(out, ROOT / "Examples/Java", more=["-cp", classes]), "Cards", f"{classes}:{out}"
    else:
        built, main, path = kotlinc(classes, out / "cards.jar", ROOT / "Examples/Kotlin/Cards.kt"), "CardsKt", f"{classes}:{out}/cards.jar"
    assert built.returncode == 0, built.stdout + built.stderr
    return [f"-Djava.util.prefs.userRoot={out}", "-cp", path, main]


def test_the_example_lists_cards_and_says_why_not(example, gateway, mint):
    for arguments, status, words in [
        ([gateway.address, mint()], 0, "VISA 411111XXXXXX1111 A"), ([gateway.address, "nonsense"], 1, "9040"),
        (["http://127.0.0.1:1", "x"], 1, "The payment gateway cannot be reached."), ([], 2, "usage"),
    ]:
        run = subprocess.run(["java", *example, *arguments], capture_output=True, text=True, timeout=120)
        assert run.returncode == status and words in run.stdout, run.stdout + run.stderr


def test_a_name_that_is_misspelt_does_not_compile_in_kotlin(classes, tmp_path):
    text = (ROOT / "Examples/Kotlin/Cards.kt").read_text()
    (tmp_path / "Wrong.kt").write_text(text.replace("response.customerTokens", "response.customerToken"))
    built = kotlinc(classes, tmp_path / "wrong.jar", tmp_path / "Wrong.kt")
    assert built.returncode != 0 and "customerToken" in built.stderr
