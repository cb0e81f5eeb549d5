"""A browser for the length of the session; for each test a window whose console, network and storage are searched afterwards."""

import pathlib
import re
import uuid

import pytest
from browser import Payer, chromium
from gateway import example, mint, sandbox
from merchant_site import Site


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("vault")


@pytest.fixture(scope="session")
def gateway(folder):
    with sandbox(folder) as gateway:
        yield gateway


@pytest.fixture(scope="session")
def driver():
    driver = chromium()
    yield driver
    driver.quit()


@pytest.fixture
def minted(gateway):
    """Mints a payment token for a request of no stored cards, with some claims changed."""

    def minted(**claims):
        request = {**example(), "customerToken": [], "request3DS": "N", **claims}
        return mint(gateway, request)

    return minted


#: Card numbers that a test types, and security codes, which are of no other digits.
NUMBERS = re.compile(r"4111[ -]?11\d\d[ -]?\d{4}[ -]?\d{4}|5555[ -]?5555[ -]?5555[ -]?4444|3782[ -]?822463[ -]?10005")


def said(payer):
    """What may hold no card data, with where it was found."""
    payer.record()
    yield "console", [entry["message"] for entry in payer.console]
    for message in payer.network:
        if message["method"].startswith(("Network.requestWillBeSent", "Network.response")):
            yield "network", message
    yield "storage", payer.stored()


@pytest.fixture
def payer(driver, gateway, folder):
    payer = Payer(driver, gateway)
    driver.get_log("browser"), driver.get_log("performance")
    yield payer
    for place, what in said(payer):
        assert not NUMBERS.search(str(what)), f"a card number in the {place}: {what}"
    errors = [
        entry["message"] for entry in payer.console
        if re.search(r"Content.Security|integrity|Trusted|Uncaught|violat", entry["message"], re.I)
    ]
    assert errors == [] or payer.lacks_scripts
    known = (gateway.address, "about:", *payer.shops)
    assert [request["url"] for request in payer.requests() if not request["url"].startswith(known)] == [], "only the gateway is asked"
    for file in pathlib.Path(folder).rglob("*"):
        if file.is_file():
            assert not NUMBERS.search(file.read_bytes().decode("latin-1")), f"a card number in {file.name}"


@pytest.fixture
def invoice():
    return uuid.uuid4().hex


@pytest.fixture
def shop():
    """Where browsers are sent back to."""
    site = Site("127.0.0.1", lambda query: "<!doctype html><link rel=icon href=data:,><title>shop</title><h1>Thank you</h1>")
    yield site
    site.end()
