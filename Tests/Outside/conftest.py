"""A sandbox gateway for the length of the session, and what its merchants know."""

import os
import pathlib
import re
import subprocess
import tempfile
import uuid

import pytest
import requests

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("OPENPGW_BINARY", str(ROOT / "Gateway/.build/debug/openpgw"))


class Gateway:
    def __init__(self, address):
        self.address = address
        merchants = requests.get(f"{address}/sandbox/merchants", timeout=10).json()["merchants"]
        self.secrets = {merchant["merchantID"]: merchant["secret"].encode() for merchant in merchants}

    def post(self, path, body):
        return requests.post(self.address + path, json=body, timeout=10)


@pytest.fixture(scope="session")
def gateway():
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [BINARY, "serve", "--sandbox", "--port", "0", "--data", folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        ready = re.match(r"openpgw ready at (\S+)", process.stdout.readline())
        assert ready, "the gateway did not start"
        yield Gateway(ready[1])
        process.terminate()
        assert process.wait(30) == 0


@pytest.fixture
def claims():
    """The documented example, under an invoice number of its own."""
    return {
        "merchantID": "JT04", "invoiceNo": uuid.uuid4().hex, "description": "item 1", "amount": 1000,
        "currencyCode": "THB", "paymentChannel": ["ALL"], "customerToken": ["20052010380915759367"],
    }
