"""The example shop, as `make shop` runs it: choose, pay, remember; come back, pay with the stored card; be notified."""

import base64
import os
import re
import signal
import subprocess

import pytest
from browser import Payer
from compilers import ROOT


@pytest.fixture
def shop():
    process = subprocess.Popen([ROOT / "Scripts/shop", "0", "0"], stdout=subprocess.PIPE, text=True, start_new_session=True)
    addresses = []
    for line in process.stdout:
        addresses += re.findall(r"http://127\.0\.0\.1:\d+", line)
        if len(addresses) == 2:
            break
    assert len(addresses) == 2
    yield addresses
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(30) == 0


@pytest.fixture
def picture(driver):
    """Keeps what the window shows for the README, with `OPENPGW_WRITE_DOCS=1`."""
    driver.set_window_size(480, 900)

    def picture(name):
        if os.environ.get("OPENPGW_WRITE_DOCS") == "1":
            body = driver.execute_script("return document.body.getBoundingClientRect().toJSON()")
            clip = {"x": 0, "y": 0, "width": 480, "height": min(900, body["bottom"] + body["top"]), "scale": 1.5}
            shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
            (ROOT / "Documentation" / name).write_bytes(base64.b64decode(shot["data"]))

    yield picture
    driver.set_window_size(900, 1000)


class At:
    def __init__(self, address):
        self.address = address


def bought(payer, shop, thing):
    payer.driver.get(shop)
    payer.driver.find_element("css selector", f"button[value={thing}]").click()
    payer.wait(lambda: payer.shown("submit"))


def arrived(payer, shop):
    """Back at the shop, which has heard of it in both ways."""
    payer.wait(lambda: payer.driver.current_url.startswith(shop + "/orders/"))
    payer.wait(lambda: payer.text("told") == "The signed notification has arrived.")
    assert payer.text("state") == "paid"


def test_a_round_trip(driver, shop, picture):
    gateway, address = shop
    payer = Payer(driver, At(gateway))
    bought(payer, address, "Teapot")
    assert payer.text("amount") == "THB 890.00" and payer.text("description") == "Teapot"
    assert payer.shown("remember") and not payer.shown("means")
    payer.press("remember")
    payer.pay()
    payer.confirm()
    arrived(payer, address)
    driver.get(address)
    assert payer.text("cards") == "Cards remembered: 1."
    bought(payer, address, "Tea")
    assert payer.choices() == ["VISA ending in 1111", "Another card"]
    picture("shop-pay.png")
    payer.type(code="123")
    payer.press("submit")
    payer.confirm()
    arrived(payer, address)
    picture("shop-paid.png")
    driver.get(address)
    assert [item.text for item in driver.find_elements("css selector", "li")] == ["Tea: paid", "Teapot: paid"]
    bought(payer, address, "Teahouse")
    payer.press("cancel")
    payer.wait(lambda: driver.current_url.startswith(address + "/orders/"))
    payer.wait(lambda: payer.text("state").startswith("not paid"))
