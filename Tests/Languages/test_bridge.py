"""The Java port for hosts that hand texts over, which React Native and Flutter are on Android."""

import json

import pytest
from vectors import ADDRESSES, ANSWERS, NO_ADDRESSES, NO_REQUESTS, NO_SETUPS, REQUESTS, give, packed


@pytest.fixture
def asked(bridge, stub):
    setup = {"apiEnvironment": stub.address, "clientId": "client", "locale": "th"}
    assert bridge.say("setup", *packed(json.dumps(setup))) == (0, [])
    give(stub, ANSWERS[0])
    return stub


def configuration(bridge):
    return json.loads(bridge.say("configuration")[1][0])


# In the order of the file: this one before anything is set up.
def test_before_initialize_there_is_a_code(bridge):
    assert configuration(bridge) == {}
    assert bridge.say("text", *packed('{"paymentToken":"x"}'))[0] == 1


@pytest.mark.parametrize("vector", ANSWERS, ids=[vector["name"] for vector in ANSWERS])
def test_every_answer_comes_to_the_same(bridge, asked, vector):
    give(asked, vector)
    code, texts = bridge.say("text", *packed('{"paymentToken":"tok"}'))
    assert code == vector["code"], texts
    assert code != 0 or json.loads(texts[0]) == vector["response"]


def test_what_goes_out_is_the_call_of_the_protocol(bridge, asked):
    bridge.say("text", *packed('{"paymentToken":"tok"}'))
    assert asked.asked() == {"paymentToken": "tok", "clientID": "client", "locale": "th"}
    bridge.say("text", *packed('{"paymentToken":"tok","clientId":"other","locale":"en"}'))
    assert asked.asked() == {"paymentToken": "tok", "clientID": "other", "locale": "en"}


@pytest.mark.parametrize("vector", REQUESTS, ids=[vector["name"] for vector in REQUESTS])
def test_what_goes_out_is_what_swift_sends(bridge, asked, vector):
    request = {name: vector[name] for name in ["paymentToken", "clientId", "locale"]}
    assert bridge.say("text", *packed(json.dumps(request)))[0] == 0
    assert asked.asked() == vector["body"]


@pytest.mark.parametrize(("request_", "code"), NO_REQUESTS)
def test_what_is_no_request_has_a_code_and_is_not_sent(bridge, asked, request_, code):
    got, (message, _) = bridge.say("text", *packed(request_))
    assert got == code and message in ["The request is missing.", "The request cannot be read."]
    assert asked.requests == []


@pytest.mark.parametrize(("setup", "code"), NO_SETUPS)
def test_a_set_up_that_is_none_leaves_the_one_there_was(bridge, asked, setup, code):
    before = configuration(bridge)
    assert bridge.say("setup", *packed(setup))[0] == code
    assert configuration(bridge) == before


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_taken(bridge, address):
    assert bridge.say("setup", *packed(json.dumps({"apiEnvironment": address})))[0] == 0
    assert configuration(bridge)["gateway"] == address


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_is_refused(bridge, address):
    assert bridge.say("setup", *packed(json.dumps({"apiEnvironment": address})))[0] == 10


def test_the_configuration_is_that_of_every_language(bridge, asked):
    assert configuration(bridge) == {
        "apiEnvironment": "Production", "gateway": asked.address, "clientId": "client", "locale": "th", "log": False}
    for name in ["Production", "ProductionIndonesia", "Sandbox"]:
        assert bridge.say("setup", *packed(json.dumps({"apiEnvironment": name, "log": True, "clientId": None})))[0] == 0
        found = configuration(bridge)
        assert found["apiEnvironment"] == name and found["gateway"].endswith(".2c2p.com") and found["log"] is True
