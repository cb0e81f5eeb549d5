"""Objective-C on Linux: the documented names on the C library."""

import re
import subprocess

import pytest
from compilers import ROOT, objc, succeeded
from vectors import ANSWERS, CODES, NO_ADDRESSES, RULE, give


@pytest.fixture
def asked(objective_c, stub):
    objective_c.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


@pytest.mark.parametrize("address", [address for address in NO_ADDRESSES if not re.search(r"[^!-~]|[?]$", address)])
def test_a_set_up_that_is_none_is_said_of_every_call(objective_c, asked, address):
    objective_c.say("initialize", address)
    assert objective_c.ask() == (5, ["The payment gateway cannot be reached.", RULE])
    objective_c.say("initialize", asked.address)
    assert objective_c.ask()[0] == 0


def test_constants_are_those_of_the_swift_sdk():
    assert dict(re.findall(r'CONSTANT\((\w+), @"(\d+)"\)', (ROOT / "Bindings/ObjectiveC/PGW/PGW.m").read_text())) == CODES


@pytest.fixture(scope="module")
def example(library, tmp_path_factory):
    program = tmp_path_factory.mktemp("objc") / "cards"
    succeeded(objc(ROOT / "Examples/ObjectiveC/Cards.m", "-o", program))
    return program


def test_the_example_lists_cards_and_says_why_not(example, gateway, mint):
    for arguments, status, words in [
        ([gateway.address, mint()], 0, "VISA 411111XXXXXX1111 A"), ([gateway.address, "nonsense"], 1, "9040"),
        (["http://127.0.0.1:1", "x"], 1, "The payment gateway cannot be reached."), ([], 2, "usage"),
        (["localhost:8080", "x"], 1, "http://"),
    ]:
        run = subprocess.run([example, *arguments], capture_output=True, text=True, timeout=120)
        assert run.returncode == status and words in run.stdout, run.stdout + run.stderr


@pytest.mark.parametrize(("right", "wrong"), [
    ("initWithPaymentToken:", "initWithToken:"), ("response.customerTokens", "response.customerToken"),
    ("APIResponseCode.APISuccess", "APIResponseCode.Success"), ("\n            failure:", "\n            error:"),
])
def test_a_name_that_is_misspelt_does_not_compile(example, tmp_path, right, wrong):
    text = (ROOT / "Examples/ObjectiveC/Cards.m").read_text()
    assert text.count(right) == 1
    (tmp_path / "wrong.m").write_text(text.replace(right, wrong))
    # As the example is, which compiles.
    assert objc(tmp_path / "wrong.m", "-o", tmp_path / "wrong").returncode != 0
