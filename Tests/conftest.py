"""A sandbox gateway for the length of the session and what its merchants know; a stub that is told what to answer; the SDK in other languages."""

import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import tempfile
import uuid

import pytest
import requests
from compilers import JAVA, ROOT, javac, objc, succeeded
from host import Host
from stub import Stub

BINARY = os.environ.get("OPENPGW_BINARY", str(ROOT / "Gateway/.build/debug/openpgw"))


# Before anything loads the C library: the Swift runtime is to leave the host's signals alone.
os.environ["SWIFT_BACKTRACE"] = "enable=no"


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


@pytest.fixture
def mint(gateway, claims):
    """Mints a payment token, as a merchant's backend does."""

    def encoded(part):
        return base64.urlsafe_b64encode(part).rstrip(b"=")

    def mint():
        text = encoded(b'{"alg":"HS256"}') + b"." + encoded(json.dumps(claims).encode())
        mac = hmac.new(gateway.secrets["JT04"], text, hashlib.sha256).digest()
        answer = gateway.post("/payment/4.3/paymentToken", {"payload": (text + b"." + encoded(mac)).decode()}).json()
        payload = answer["payload"].split(".")[1]
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["paymentToken"]

    return mint


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.close()


@pytest.fixture(scope="session")
def library():
    """The folder that `make library` fills."""
    built = subprocess.run([ROOT / "Scripts/library"], capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return ROOT / ".build/library"


@pytest.fixture(scope="session")
def classes(tmp_path_factory):
    """The Java port for every JVM, and a program that has it at the end of a pipe."""
    out = tmp_path_factory.mktemp("classes")
    succeeded(javac(out, JAVA / "main", JAVA / "jvm", ROOT / "Tests/Languages/java"))
    return out


@pytest.fixture(scope="session")
def java(classes, tmp_path_factory):
    home = tmp_path_factory.mktemp("java")
    host = Host(
        ["java", f"-Djava.util.prefs.userRoot={home}", "-Dfile.encoding=UTF-8", "-cp", classes, "Harness"], home / "errors")
    yield host
    host.end()


@pytest.fixture(scope="session")
def objective_c(library, tmp_path_factory):
    out = tmp_path_factory.mktemp("objc")
    succeeded(objc(ROOT / "Tests/Languages/objc/Harness.m", "-o", out / "harness"))
    host = Host([out / "harness"], out / "errors")
    yield host
    host.end()
