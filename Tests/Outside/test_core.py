"""SEC-03: what a core of the gateway would show, five seconds after its last request."""

import json
import re
import subprocess
import time
import uuid

import pytest
import requests
from gateway import example, mint, sandbox


#: Of no trigger of the simulator's: those of block 5 keep a payer waiting.
BEGINNING = "411111900000"


def card(digits):
    """A number that the gateway has never seen and does not know by itself: of the simulator's ranges, with its check digit."""
    total = sum(sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10)) for place, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def memory(process):
    """Everything that the process may write to, as a core holds it."""
    for line in open(f"/proc/{process}/maps"):
        place, access, *_ = line.split()
        if not access.startswith("rw"):
            continue
        begin, end = (int(text, 16) for text in place.split("-"))
        with open(f"/proc/{process}/mem", "rb", 0) as file:
            try:
                file.seek(begin)
                yield file.read(end - begin)
            except (OSError, ValueError):
                # The kernel's own.
                continue


@pytest.fixture
def idle():
    with sandbox() as gateway:
        listening = subprocess.run(
            ["ss", "-ltnpH", f"sport = :{gateway.address.rpartition(':')[2]}"], capture_output=True, text=True, check=True)
        yield gateway, int(re.search(r"pid=(\d+)", listening.stdout)[1])


def paid(session, gateway, number, code, how):
    claims = {**example(), "invoiceNo": uuid.uuid4().hex, "request3DS": "Y" if how == "challenged" else "N"}
    data = {"cardNo": number, "expiryMonth": 12, "expiryYear": 2039, "securityCode": code, "accountTokenization": how == "stored"}
    payment = {"code": {"channelCode": "CC"}, "data": data}
    answer = session.post(
        f"{gateway.address}/payment/4.3/payment", json={"paymentToken": mint(gateway, claims), "payment": payment}, timeout=30)
    return answer.json()["respCode"]


def test_sec03_a_core_of_an_idle_gateway_holds_no_card_number(idle):
    gateway, process = idle
    kept = requests.Session()
    numbers = []
    ways = {"approved": "2000", "stored": "2000", "refused": "4078", "challenged": "1000"}
    for place, (how, code) in enumerate(list(ways.items()) * 5):
        number = card(f"{BEGINNING}{place:03}")
        numbers.append(number)
        security = "12" if how == "refused" else f"{900 + place}"
        # Of some the connection stays, as browsers keep theirs.
        assert paid(kept if place % 2 else requests.Session(), gateway, number, security, how) == code
    number = card(BEGINNING + "999")
    numbers.append(number)
    page = kept.post(f"{gateway.address}/payment/4.3/payment", data=json.dumps({"paymentToken": "x", "cardNo": number}), timeout=30)
    assert page.status_code == 200
    time.sleep(5)
    found = {}
    size = 0
    for region in memory(process):
        size += len(region)
        # All of them begin alike, and hardly any region has that.
        for number in numbers if BEGINNING.encode() in region else []:
            found[number] = found.get(number, 0) + region.count(number.encode())
        # A security code beside its name.
        if b"securityCode" in region:
            found["code"] = found.get("code", 0) + len(re.findall(rb'securityCode" ?: ?"9\d\d"', region))
    assert size > 1 << 22
    assert {number: count for number, count in found.items() if count} == {}
