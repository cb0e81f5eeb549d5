"""What a browser loads, and how soon it shows something."""

import base64
import hashlib
import re
import subprocess
import urllib.parse

import requests
from gateway import BINARY, sandbox

STORED = ["20052010380915759370", "20052010380915759371"]


def recorded(payer):
    payer.record()
    return payer.network


def test_the_page_is_at_most_sixty_kilobytes(payer, minted):
    payer.open(minted(customerToken=STORED, tokenize=True), locale="my")
    payer.wait(lambda: payer.driver.find_elements("css selector", "#language option"))
    gets = {
        message["params"]["requestId"]
        for message in recorded(payer) if message["method"] == "Network.requestWillBeSent" and message["params"]["request"]["method"] == "GET"}
    sizes = [
        message["params"]["encodedDataLength"]
        for message in payer.network if message["method"] == "Network.loadingFinished" and message["params"]["requestId"] in gets]
    assert 30_000 < sum(sizes) <= 60_000


def test_the_first_paint_waits_for_no_script_and_no_answer(payer, minted):
    # With the scripts held back for good, what is painted stands on the page and its style alone.
    payer.driver.get("about:blank")
    payer.driver.execute_cdp_cmd("Network.enable", {})
    payer.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*.js"]})
    try:
        payer.driver.get(f"{payer.gateway.address}/payment/4.3/#/token/{urllib.parse.quote(minted(), safe='')}")
        payer.wait(lambda: payer.driver.execute_script("return performance.getEntriesByName('first-contentful-paint').length") == 1)
        assert payer.text("title") == "…"
    finally:
        payer.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})


def test_a_page_under_https_is_asked_for_by_https_from_then_on():
    with sandbox(None, "--public-url", "https://pay.example") as gateway:
        for path in ["/payment/4.3/", "/payment/4.3/frame/JT04/"]:
            assert requests.get(gateway.address + path, timeout=10).headers["Strict-Transport-Security"] == "max-age=63072000"


def test_headers_and_integrity(gateway):
    page = requests.get(f"{gateway.address}/payment/4.3/", timeout=10)
    policy = dict(part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "connect-src": "'self'",
        "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'", "require-trusted-types-for": "'script'",
    }
    assert page.headers["Cache-Control"] == "no-store" and page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Content-Type-Options"] == "nosniff" and page.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in page.headers, "an address of http promises nothing about https"
    assert "payment=()" in page.headers["Permissions-Policy"]
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", page.text)
    listed = subprocess.run([BINARY, "page", "hashes"], capture_output=True, text=True, check=True).stdout
    files = re.findall(r'(?:src|href)="(/pgw/[^"]+\.(?:js|css))" integrity="([^"]+)"', page.text)
    assert len(files) == page.text.count("<script ") + 1 >= 7
    for path, integrity in files:
        file = requests.get(gateway.address + path, timeout=10)
        assert integrity == "sha384-" + base64.b64encode(hashlib.sha384(file.content).digest()).decode()
        assert re.search(re.escape(path) + r"\s+" + re.escape(integrity) + r"\s+\w", listed)
    assert re.search(r'<meta name="generator" content="OpenPGW \d+\.\d+\.\d+">', page.text)


