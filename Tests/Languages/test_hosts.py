"""What holds for the SDK in every language that a program has at the end of a pipe."""

import socket

import pytest
from host import Host
from vectors import ANSWERS, REQUESTS, give


@pytest.fixture(scope="module", params=["java", "objective_c", "javascript"])
def host(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def asked(host, stub):
    host.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


def test_before_initialize_there_is_a_code(host, tmp_path):
    fresh = Host(host.process.args, tmp_path / "errors")
    assert fresh.ask()[0] == 1
    assert fresh.say("null")[0] == 2
    fresh.end()


@pytest.mark.parametrize("vector", ANSWERS, ids=[vector["name"] for vector in ANSWERS])
def test_every_answer_comes_to_the_same(host, asked, vector):
    give(asked, vector)
    code, response = host.ask()
    assert code == vector["code"], response
    assert code != 0 or response == vector["response"]
    assert len(asked.requests) == 1


def test_what_goes_out_is_the_call_of_the_protocol(host, asked):
    host.ask()
    path, headers, _ = asked.requests[-1]
    assert path == "/payment/4.3/cardtokeninfo" and headers["Content-Type"] == "application/json"
    assert asked.asked() == {"paymentToken": "tok", "clientID": "client", "locale": "th"}


@pytest.mark.parametrize("vector", REQUESTS, ids=[vector["name"] for vector in REQUESTS])
def test_what_goes_out_is_what_swift_sends(host, asked, vector):
    assert host.request(vector)[0] == 0
    assert asked.asked() == vector["body"]


def test_a_missing_request_has_a_code_and_nothing_is_sent(host, asked):
    assert host.say("null")[0] == 2
    assert asked.requests == []


def test_an_answer_over_a_mebibyte_and_a_redirection_are_no_answers(host, asked):
    asked.answer = b'{"respCode":"0000","x":"' + b"a" * (1 << 20) + b'"}'
    assert host.ask()[0] == 4
    asked.answer, asked.status, asked.headers = b"{}", 307, {"Location": "http://127.0.0.1:1/x"}
    assert host.ask()[0] == 4
    assert len(asked.requests) == 2


def test_nobody_listening_is_unreachable(host):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        host.say("initialize", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        code, (text, detail) = host.ask()
        assert code == 5 and text == "The payment gateway cannot be reached." and "connect" in detail.lower()


def test_a_thousand_calls_at_once_are_all_answered(host, asked):
    assert host.say("many", "1000", "tok") == (1000, [])


def test_the_log_holds_no_token(host, asked):
    host.ask("a-payment-token-that-is-long")
    log = host.errors.read_text()
    assert "a-paym…(28)" in log and "a-payment-token-that-is-long" not in log


def test_cards_of_a_real_gateway(host, gateway, mint):
    host.say("initialize", gateway.address)
    code, response = host.ask(mint())
    assert code == 0 and response["customerTokens"][0]["accountNo"] == "411111XXXXXX1111"
    assert host.ask("nonsense")[1]["responseCode"] == "9040"
