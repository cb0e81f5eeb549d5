"""The gateway's real answers hold to the OpenAPI description."""

import json
import uuid

import pytest
import requests
import schemathesis
from compilers import ROOT
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from openapi_spec_validator import validate
from test_jose import Joserfc

DESCRIPTION = json.loads((ROOT / "Documentation/openapi.json").read_text())
TOKENS = [f"200520103809157593{n}" for n in range(67, 73)]


@pytest.fixture(scope="module")
def openapi(gateway):
    return OpenAPI.from_dict({**DESCRIPTION, "servers": [{"url": gateway.address}]})


def exchange(gateway, openapi, path, body):
    """One real exchange, held against the description."""
    request = requests.Request("POST", gateway.address + path, json=body).prepare()
    answer = requests.Session().send(request, timeout=10)
    openapi.validate_response(RequestsOpenAPIRequest(request), RequestsOpenAPIResponse(answer))
    return answer.json()


def signed(gateway, openapi, path, claims):
    """A request of JT04 and its answer's claims, signed both ways by another library."""
    secret = gateway.secrets["JT04"]
    payload = Joserfc.sign(json.dumps(claims).encode(), secret, {"alg": "HS256"})
    return json.loads(Joserfc.verify(exchange(gateway, openapi, path, {"payload": payload})["payload"], secret))


def mint(gateway, openapi, version="4.3", tokens=TOKENS, **claims):
    claims = {
        "merchantID": "JT04", "invoiceNo": uuid.uuid4().hex, "description": "item 1", "amount": 1000, "currencyCode": "THB",
        "customerToken": tokens, **claims,
    }
    return signed(gateway, openapi, f"/payment/{version}/paymentToken", claims)


def test_the_description_is_valid():
    validate(DESCRIPTION)


@pytest.mark.parametrize("version", ["4.3", "4.2", "4.1"])
@pytest.mark.parametrize("path", ["cardTokenInfo", "customerTokenInfo"])
def test_cards_in_every_status_are_as_described(gateway, openapi, version, path):
    result = mint(gateway, openapi, version)
    schema = DESCRIPTION["components"]["schemas"]["PaymentTokenResult"]
    assert list(result) == list(schema["properties"])
    answer = exchange(gateway, openapi, f"/payment/{version}/{path}", {"paymentToken": result["paymentToken"]})
    cards = next(value for value in answer.values() if isinstance(value, list))
    assert [card.get("token", card.get("cardToken")) for card in cards] == TOKENS
    assert {card["status"] for card in cards} == {"A", "EX", "ED"}


@pytest.mark.parametrize("body", [{}, {"paymentToken": ""}, {"paymentToken": "x"}, {"paymentToken": 1}, [], "x", None])
def test_refusals_are_as_described(gateway, openapi, body):
    for path in ["paymentToken", "cardTokenInfo"]:
        assert exchange(gateway, openapi, f"/payment/4.3/{path}", body)["respCode"] in {"9004", "9005", "9040", "9900"}


def test_no_cards_is_an_empty_list(gateway, openapi):
    result = mint(gateway, openapi, tokens=[])
    answer = exchange(gateway, openapi, "/payment/4.3/cardTokenInfo", {"paymentToken": result["paymentToken"]})
    assert answer["customerToken"] == []


@pytest.mark.parametrize("version", ["4.3", "4.2", "4.1"])
@pytest.mark.parametrize("demand, code", [("N", "2000"), ("Y", "1000")])
def test_a_payment_and_its_result_are_as_described(gateway, openapi, version, demand, code):
    invoice = uuid.uuid4().hex
    token = mint(gateway, openapi, version, request3DS=demand, invoiceNo=invoice)["paymentToken"]
    data = {"customerToken": TOKENS[0], "securityCode": "123"}
    payment = {"paymentToken": token, "payment": {"code": {"channelCode": "CC"}, "data": data}}
    assert exchange(gateway, openapi, f"/payment/{version}/payment", payment)["respCode"] == code
    result = signed(gateway, openapi, f"/payment/{version}/paymentInquiry", {"merchantID": "JT04", "invoiceNo": invoice})
    former = {"accountNo": "cardNo", "customerToken": "cardToken"} if version != "4.3" else {}
    known = [former.get(name, name) for name in DESCRIPTION["components"]["schemas"]["PaymentResult"]["properties"]]
    assert [name for name in known if name in result] == list(result)
    assert result["respCode"] == ("0000" if demand == "N" else "0001") and result["amount"] == 1000


@pytest.mark.parametrize("version", ["4.3", "4.2", "4.1"])
def test_signed_rates_are_as_described(gateway, openapi, version):
    claims = {"merchantID": "JT04", "providerCode": "SCB", "currencyCode": "THB"}
    rates = signed(gateway, openapi, f"/payment/{version}/exchangeRate/secure", claims)
    assert list(rates) == list(DESCRIPTION["components"]["schemas"]["SecureExchangeRates"]["properties"])
    assert rates["fxRates"] == [] and rates["expire"] > 1_700_000_000


# What every version answers alike is asked of one of them.
schema = schemathesis.openapi.from_dict(DESCRIPTION).include(path_regex="/4.3/|TokenInfo$|paymentToken$|paymentInquiry$|secure$")


@schema.parametrize()
def test_invented_requests_are_answered_as_described(case, gateway):
    response = case.call(base_url=gateway.address)
    case.validate_response(response, excluded_checks=EXCLUDED)


# The protocol answers a refusal with HTTP 200 and a code (Documentation/openapi.json), which these checks take for a success.
EXCLUDED = [
    schemathesis.checks.CHECKS.get_one(name) for name in ["negative_data_rejection", "missing_required_header"]
]
