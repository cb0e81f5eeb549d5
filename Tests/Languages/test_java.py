"""The Java port, compiled at level 8, which Kotlin and Android use."""

import re
import socket
import subprocess
import threading

import pytest
from compilers import JAVA, ROOT, javac, kotlinc, succeeded
from vectors import ANSWERS, CODES, NO_ADDRESSES, RULE, give


@pytest.fixture
def asked(java, stub):
    java.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


@pytest.mark.parametrize("address", [address for address in NO_ADDRESSES if not re.search(r"[^!-~]", address)])
def test_what_is_no_address_is_said_of_every_call(java, address):
    java.say("initialize", address)
    assert java.ask() == (5, ["The payment gateway cannot be reached.", RULE])


def test_an_address_that_is_not_there_is_none(java):
    java.say("nowhere")
    assert java.ask() == (5, ["The payment gateway cannot be reached.", RULE])


def test_no_tls_has_its_code(java, stub):
    java.say("initialize", stub.address.replace("http:", "https:"))
    assert java.ask()[0] == 7


def test_a_connection_that_is_closed_in_the_middle_is_one_failure(java):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        java.say("initialize", f"http://127.0.0.1:{server.getsockname()[1]}")
        asked = []

        def close_each():
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                asked.append(connection.recv(1024))
                connection.close()

        threading.Thread(target=close_each, daemon=True).start()
        java.write("ask", "tok")
        assert java.read()[0] == 9
        # The system asks a second time, as the connection may have been closed while nobody used it; and no more.
        assert len(asked) <= 2
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("kind", ["rejects", "error", "direct", "throws"])
def test_an_executor_of_no_use_keeps_nobody_from_one_answer(java, asked, kind):
    assert java.say("executor", kind, "tok") == (0, [])


def test_a_callback_that_throws_keeps_no_other_from_its_answer(java, asked):
    code, texts = java.say("throw", "tok")
    assert code == 0 and texts[0] == "0000"


def test_an_app_of_an_older_sdk_has_its_names_and_dates(java, gateway, mint, claims, asked):
    claims["customerToken"] = ["20052010380915759367", "20052010380915759368", "20052010380915759369"]
    java.say("initialize", gateway.address)
    code, (response, available, expiring, expired) = java.say("older", mint())
    assert (code, response) == (0, "0000")
    assert available == "411111XXXXXX1111 XX/XX A" and expired == "378282XXXXX0005  ED"
    assert re.fullmatch(r"555555XXXXXX4444 \d\d/\d\d EX", expiring)
    assert java.say("older", "nonsense") == (0, ["9040"])
    # Whatever version answers, the dates are those of 4.2.
    java.say("initialize", asked.address)
    code, (_, *cards) = java.say("older", "tok")
    assert [card.split()[1] for card in cards][0] == "05/27" and asked.requests[-1][0] == "/payment/4.2/cardtokeninfo"


def test_constants_are_those_of_the_swift_sdk():
    java = (JAVA / "main/java/com/ccpp/pgw/sdk/android/enums/APIResponseCode.java").read_text()
    assert dict(re.findall(r'String (\w+) = "(\d+)"', java)) == CODES
    environments = (ROOT / "Sources/PGW/APIEnvironment.swift").read_text()
    java = (JAVA / "main/java/com/ccpp/pgw/sdk/android/enums/APIEnvironment.java").read_text()
    addresses = set(re.findall(r'"(https://[\w.-]+)"', environments))
    assert len(addresses) == 3 and set(re.findall(r'"(https://[\w.-]+)"', java)) == addresses


def test_a_name_that_is_misspelt_does_not_compile(classes, tmp_path):
    (tmp_path / "Wrong.java").write_text(
        "class Wrong { Object o = com.ccpp.pgw.sdk.android.core.PGWSDK.getInstance().customerTokenInfos(null, null); }")
    assert "customerTokenInfos" in javac(tmp_path, tmp_path, more=["-cp", classes]).stderr


@pytest.fixture(scope="session", params=["Java", "Kotlin"])
def example(request, classes, tmp_path_factory):
    """The example of a language, built: what `java` is told to run it."""
    out = tmp_path_factory.mktemp(request.param)
    if request.param == "Java":
        built, main, path = javac(out, ROOT / "Examples/Java", more=["-cp", classes]), "Cards", f"{classes}:{out}"
    else:
        built, main, path = kotlinc(classes, out / "cards.jar", ROOT / "Examples/Kotlin/Cards.kt"), "CardsKt", f"{classes}:{out}/cards.jar"
    succeeded(built)
    return [f"-Djava.util.prefs.userRoot={out}", "-cp", path, main]


def test_the_example_lists_cards_and_says_why_not(example, gateway, mint):
    for arguments, status, words in [
        ([gateway.address, mint()], 0, "VISA 411111XXXXXX1111 A"), ([gateway.address, "nonsense"], 1, "9040"),
        (["http://127.0.0.1:1", "x"], 1, "The payment gateway cannot be reached."), ([], 2, "usage"),
        (["localhost:8080", "x"], 1, "http://"),
    ]:
        run = subprocess.run(["java", *example, *arguments], capture_output=True, text=True, timeout=120)
        assert run.returncode == status and words in run.stdout, run.stdout + run.stderr


def test_a_name_that_is_misspelt_does_not_compile_in_kotlin(classes, tmp_path):
    text = (ROOT / "Examples/Kotlin/Cards.kt").read_text()
    (tmp_path / "Wrong.kt").write_text(text.replace("response.customerTokens", "response.customerToken"))
    built = kotlinc(classes, tmp_path / "wrong.jar", tmp_path / "Wrong.kt")
    assert built.returncode != 0 and "customerToken" in built.stderr
