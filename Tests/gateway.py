"""A sandbox gateway, and what its merchants know."""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import re
import subprocess
import tempfile
import uuid

import requests
from compilers import ROOT

BINARY = os.environ.get("OPENPGW_BINARY", str(ROOT / "Gateway/.build/debug/openpgw"))


class Gateway:
    def __init__(self, address):
        self.address = address
        merchants = requests.get(f"{address}/sandbox/merchants", timeout=10).json()["merchants"]
        self.secrets = {merchant["merchantID"]: merchant["secret"].encode() for merchant in merchants}

    def post(self, path, body):
        return requests.post(self.address + path, json=body, timeout=10)


@contextlib.contextmanager
def sandbox(folder=None, *options):
    with contextlib.ExitStack() as stack:
        folder = folder or stack.enter_context(tempfile.TemporaryDirectory())
        process = subprocess.Popen(
            [BINARY, "serve", "--sandbox", "--port", "0", "--data", folder, *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        ready = re.match(r"openpgw ready at (\S+)", process.stdout.readline())
        assert ready, "the gateway did not start"
        try:
            yield Gateway(ready[1])
        finally:
            process.terminate()
            status = process.wait(30)
    assert status == 0


def example():
    """The documented example, under an invoice number of its own."""
    return {
        "merchantID": "JT04", "invoiceNo": uuid.uuid4().hex, "description": "item 1", "amount": 1000,
        "currencyCode": "THB", "paymentChannel": ["ALL"], "customerToken": ["20052010380915759367"],
    }


def mint(gateway, claims=None):
    """A payment token, as a merchant's backend has it."""
    return minted(gateway, claims)["paymentToken"]


def web_address(gateway, claims=None):
    """Where the browser of a payer is sent."""
    return minted(gateway, claims)["webPaymentUrl"]


def minted(gateway, claims=None):
    """What a gateway answers to a signed request for a payment token."""

    def encoded(part):
        return base64.urlsafe_b64encode(part).rstrip(b"=")

    text = encoded(b'{"alg":"HS256"}') + b"." + encoded(json.dumps(claims or example()).encode())
    mac = hmac.new(gateway.secrets["JT04"], text, hashlib.sha256).digest()
    answer = gateway.post("/payment/4.3/paymentToken", {"payload": (text + b"." + encoded(mac)).decode()}).json()
    assert "payload" in answer, answer
    payload = answer["payload"].split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
