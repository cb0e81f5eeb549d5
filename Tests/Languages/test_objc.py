"""Objective-C on Linux: the documented names on the C library."""

import re
import socket
import subprocess

import pytest
from conftest import ROOT
from host import Host
from vectors import ANSWERS, give


def objc(*arguments):
    return subprocess.run([ROOT / "Scripts/objc", *arguments], capture_output=True, text=True)


def built(out, name, file):
    made = objc("-Wall", "-Wextra", "-Werror", ROOT / file, "-o", out / name)
    assert made.returncode == 0, made.stdout + made.stderr
    return out / name


@pytest.fixture(scope="session")
def app(library, tmp_path_factory):
    out = tmp_path_factory.mktemp("objc")
    app = Host([built(out, "harness", "Tests/Languages/objc/Harness.m")], out / "errors")
    yield app
    app.end()


@pytest.fixture
def asked(app, stub):
    app.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


# In the order of the file: this one before anything is set up.
def test_before_initialize_there_is_a_code(app):
    assert app.ask()[0] == 1
    assert app.say("null")[0] == 2


@pytest.mark.parametrize("vector", ANSWERS, ids=[vector["name"] for vector in ANSWERS])
def test_every_answer_comes_to_the_same(app, asked, vector):
    give(asked, vector)
    code, response = app.ask()
    assert code == vector["code"], response
    assert code != 0 or response == vector["response"]


def test_what_goes_out_is_the_call_of_the_protocol(app, asked):
    app.ask()
    path, headers, _ = asked.requests[-1]
    assert path == "/payment/4.3/cardtokeninfo" and headers["Content-Type"] == "application/json"
    assert asked.asked() == {"paymentToken": "tok", "clientID": "client", "locale": "th"}
    assert app.say("null")[0] == 2 and len(asked.requests) == 1


def test_a_set_up_that_is_none_leaves_the_one_there_was(app, asked):
    app.say("initialize", "localhost:8080")
    assert app.ask()[0] == 0


def test_nobody_listening_is_unreachable(app):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        app.say("initialize", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        code, (text, detail) = app.ask()
        assert code == 5 and text == "The payment gateway cannot be reached." and "connect" in detail


def test_a_thousand_calls_at_once_are_all_answered_on_the_main_thread(app, asked):
    assert app.say("many", "1000", "tok") == (1000, [])


def test_the_log_holds_no_token(app, asked):
    app.ask("a-payment-token-that-is-long")
    log = app.errors.read_text()
    assert "a-paym…(28)" in log and "a-payment-token-that-is-long" not in log


def test_constants_are_those_of_the_swift_sdk():
    swift = (ROOT / "Sources/PGW/APIResponseCode.swift").read_text()
    expected = dict(re.findall(r'static let (\w+) = "(\d+)"', swift))
    assert len(expected) == 11
    assert dict(re.findall(r'CONSTANT\((\w+), @"(\d+)"\)', (ROOT / "Bindings/ObjectiveC/PGW/PGW.m").read_text())) == expected


def test_the_example_lists_cards_and_says_why_not(library, tmp_path, gateway, mint):
    program = built(tmp_path, "cards", "Examples/ObjectiveC/Cards.m")
    for arguments, status, words in [
        ([gateway.address, mint()], 0, "VISA 411111XXXXXX1111 A"), ([gateway.address, "nonsense"], 1, "9040"),
        (["http://127.0.0.1:1", "x"], 1, "The payment gateway cannot be reached."), ([], 2, "usage"),
    ]:
        run = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120)
        assert run.returncode == status and words in run.stdout, run.stdout + run.stderr


@pytest.mark.parametrize(("right", "wrong"), [
    ("initWithPaymentToken:", "initWithToken:"), ("response.customerTokens", "response.customerToken"),
    ("APIResponseCode.APISuccess", "APIResponseCode.Success"), ("\n            failure:", "\n            error:"),
])
def test_a_name_that_is_misspelt_does_not_compile(library, tmp_path, right, wrong):
    text = (ROOT / "Examples/ObjectiveC/Cards.m").read_text()
    assert text.count(right) == 1 and objc("-fsyntax-only", ROOT / "Examples/ObjectiveC/Cards.m").returncode == 0
    (tmp_path / "wrong.m").write_text(text.replace(right, wrong))
    assert objc("-fsyntax-only", tmp_path / "wrong.m").returncode != 0
