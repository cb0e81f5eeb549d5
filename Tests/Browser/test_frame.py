"""The page in a merchant's own, of an origin that the merchant has listed and of one that it has not."""

import html
import subprocess
import urllib.parse

import pytest
import requests
from browser import Payer
from gateway import BINARY, example, web_address
from merchant_site import Site

PAGE = """<!doctype html><link rel=icon href=data:,><title>shop</title><h1>A shop</h1>
<iframe id=frame sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-top-navigation-by-user-activation"
 width=600 height=900 src="{address}"></iframe>
<script>window.told = []; addEventListener("message", (event) => told.push([event.origin, event.data]));</script>"""


def site():
    """A page with the address in its frame that it is asked for."""
    return Site("localhost", lambda query: PAGE.replace("{address}", html.escape(query["address"][0])))


@pytest.fixture
def framing(gateway, folder):
    """Two shops, of which one is listed."""
    listed, stranger = site(), site()
    set_ = [BINARY, "merchant", "set", "JT04", "--sandbox", "--data", folder]
    subprocess.run([*set_, "--page-origins", listed.address], check=True, capture_output=True)
    yield listed, stranger
    subprocess.run([*set_, "--page-origins", ""], check=True, capture_output=True)
    listed.end(), stranger.end()


def shown(payer, shop, address):
    payer.driver.get("about:blank")
    payer.driver.get(f"{shop.address}/?{urllib.parse.urlencode({'address': address})}")
    payer.driver.switch_to.frame("frame")


def minted_address(payer, gateway, **claims):
    """Every node knows of a change within a second: until then the address is of no frame."""
    found = []

    def asked():
        found[:] = [web_address(gateway, {**example(), "customerToken": [], "iframeMode": True, **claims})]
        return "/frame/JT04/" in found[0]

    payer.wait(asked)
    return found[0]


def test_a_listed_origin_shows_the_page_and_hears_what_it_came_to(driver, gateway, framing):
    listed, _ = framing
    payer = Payer(driver, gateway)
    shown(payer, listed, minted_address(payer, gateway, request3DS="Y"))
    payer.wait(lambda: payer.shown("submit"))
    assert not payer.shown("merchant"), "the merchant's page says whose it is"
    payer.pay()
    payer.wait(lambda: payer.shown("otp"))
    payer.at("otp").send_keys("123456")
    payer.driver.find_element("css selector", "button[value=confirm]").click()
    payer.sees("Paid")
    driver.switch_to.default_content()
    told = driver.execute_script("return told")
    assert {origin for origin, _ in told} == {gateway.address}
    said = [message["openpgw"] for _, message in told]
    assert {"ready": True} in said and {"finished": "0000"} in said and any(message.get("height", 0) > 300 for message in said)
    assert {key for message in said for key in message} == {"ready", "height", "finished"}


def test_another_origin_shows_nothing(driver, gateway, framing):
    listed, stranger = framing
    payer = Payer(driver, gateway)
    address = minted_address(payer, gateway)
    for shop, asked in [(stranger, address), (listed, address.replace("/frame/JT04/", "/")), (listed, address.replace("JT04", "JT01"))]:
        shown(payer, shop, asked)
        assert driver.find_elements("id", "submit") == []
        driver.switch_to.default_content()
        assert driver.execute_script("return told") == []
    driver.get_log("browser")


def test_a_merchant_shows_no_payment_of_another(driver, gateway, framing, folder):
    listed, _ = framing
    payer = Payer(driver, gateway)
    set_ = [BINARY, "merchant", "set", "JT01", "--sandbox", "--data", folder]
    subprocess.run([*set_, "--page-origins", listed.address], check=True, capture_output=True)
    address = minted_address(payer, gateway).replace("JT04", "JT01")
    payer.wait(lambda: listed.address in requests.get(address.partition("#")[0], timeout=10).headers["Content-Security-Policy"])
    shown(payer, listed, address)
    payer.sees("Nothing to pay here")
    assert not payer.shown("pay")
