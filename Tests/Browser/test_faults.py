"""What a payer is told where the gateway or the network does not do what it should: never that nothing was paid where that is not known."""

import json

import pytest
from browser import CODE, NUMBER


class Tampering:
    """Answers some requests in the gateway's place, as something in between or a gateway that fails would."""

    def __init__(self, driver):
        self.driver = driver
        self.scripts = []

    def block(self, *paths):
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [f"*{path}" for path in paths]})

    def replace(self, path, body, status=200):
        """Every answer of a path, from the next load on."""
        script = """
            const real = window.fetch;
            window.fetch = (address, options) => String(address).endsWith(PATH) && !window.honest
                ? Promise.resolve(new Response(BODY, { status: STATUS }))
                : real(address, options);
        """.replace("PATH", json.dumps(path)).replace("BODY", json.dumps(body)).replace("STATUS", str(status))
        self.scripts += [self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})["identifier"]]

    def end(self):
        self.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        while self.scripts:
            self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self.scripts.pop()})


@pytest.fixture
def tampering(driver):
    tampering = Tampering(driver)
    yield tampering
    tampering.end()


FAILURES = [('{"requestID":"x"}', 503), ("", 502), ("<html>", 200), ('{"respCode":"9993","respDesc":"Unknown error"}', 200)]


@pytest.mark.parametrize("body, status", FAILURES)
def test_a_status_that_cannot_be_had_is_asked_for_again(payer, minted, tampering, body, status):
    payer.open(minted())
    payer.driver.execute_script(
        "const real = window.fetch; window.fetch = (address, options) => String(address).endsWith('/transactionStatus') && !window.honest"
        " ? Promise.resolve(new Response(arguments_[0], { status: arguments_[1] })) : real(address, options);"
        .replace("arguments_[0]", json.dumps(body)).replace("arguments_[1]", str(status)))
    payer.pay()
    payer.wait(lambda: "do not pay again yet" in payer.text("doing"))
    assert payer.text("title") != "Not paid"
    payer.driver.execute_script("window.honest = true")
    payer.sees("Paid")


@pytest.mark.parametrize("body, status", FAILURES)
def test_a_payment_that_is_answered_like_that_asks_what_became_of_it(payer, minted, tampering, body, status):
    payer.open(minted())
    # It arrives, and its answer does not.
    payer.driver.execute_script(
        "const real = window.fetch; window.fetch = async (address, options) => { const answer = await real(address, options);"
        " return String(address).endsWith('/payment') ? new Response(" + json.dumps(body) + ", { status: " + str(status) + " }) : answer; }")
    payer.pay()
    payer.sees("Paid")


def test_a_refusal_that_nobody_expects_leaves_the_form_and_names_its_code(payer, minted):
    payer.open(minted())
    payer.driver.execute_script(
        "const real = window.fetch; window.fetch = (address, options) => String(address).endsWith('/payment')"
        " ? Promise.resolve(new Response('{\"respCode\":\"9057\",\"respDesc\":\"x\"}')) : real(address, options);")
    payer.pay()
    payer.wait(lambda: "9057" in payer.text("problems"))
    assert payer.shown("submit") and payer.at(CODE).get_attribute("value") == "" and payer.at(NUMBER).get_attribute("value") != ""


@pytest.mark.parametrize("path", [
    "/transactionStatus", "/paymentOption", "/paymentOptionDetails", "/cardTokenInfo", "/pgw/token", "/words/en.json"])
@pytest.mark.parametrize("body, status", [('{"requestID":"x"}', 503), ("", 502)])
def test_what_cannot_be_loaded_is_said_and_loaded_again(payer, minted, tampering, path, body, status):
    token = minted()
    tampering.replace(path, body, status)
    payer.load(token)
    payer.wait(lambda: payer.shown("again"))
    assert "look at your order" in payer.text("failed") and not payer.shown("submit")
    tampering.end()
    payer.press("again")
    payer.wait(lambda: payer.shown("submit"))


def test_a_cancel_that_is_lost_is_told_and_can_be_tried_again(payer, minted, tampering):
    payer.open(minted())
    tampering.block("/cancelTransaction")
    payer.press("cancel")
    payer.wait(lambda: "So far nothing has been paid" in payer.text("problems"))
    tampering.end()
    payer.press("cancel")
    payer.sees("Cancelled")


def test_whoever_comes_back_from_the_issuer_can_cancel(payer, minted):
    payer.open(minted(request3DS="Y"))
    payer.pay()
    payer.wait(lambda: payer.shown("otp"))
    payer.driver.back()
    payer.sees("Not finished yet")
    assert payer.text("words") == "Your bank waits for you to confirm this payment."
    payer.press("continue")
    payer.wait(lambda: payer.shown("otp"))
    payer.driver.back()
    payer.sees("Not finished yet")
    payer.press("abandon")
    payer.sees("Cancelled")
    assert not payer.shown("abandon") and not payer.shown("continue")


@pytest.mark.parametrize("path", ["/transactionStatus", "/words/en.json"])
def test_a_page_that_fails_claims_nothing_of_what_was_paid(payer, minted, tampering, path):
    payer.open(minted())
    payer.pay()
    payer.sees("Paid")
    tampering.replace(path, "", 502)
    payer.driver.refresh()
    payer.wait(lambda: payer.shown("again"))
    assert "If you have paid already" in payer.text("failed") and "othing was paid" not in payer.text("failed")


@pytest.mark.parametrize("file", ["words.js", "result.js", "page.js"])
def test_without_one_of_its_scripts_nothing_is_taken_and_that_is_said(payer, minted, tampering, file):
    payer.lacks_scripts = True
    tampering.block(f"/pgw/{file}")
    payer.load(minted())
    payer.wait(lambda: payer.shown("failed"))
    assert not payer.shown("submit") and "could not be loaded whole" in payer.text("failed")


def test_a_payment_that_was_taken_for_lost_and_arrives_is_told(payer, minted):
    payer.open(minted())
    payer.driver.execute_script(
        "const real = window.fetch; window.fetch = (address, options) => {"
        "  if (!String(address).endsWith('/payment')) return real(address, options);"
        "  setTimeout(() => real(address, { ...options, signal: undefined }), 2000); return Promise.reject(new TypeError('lost')); }")
    payer.pay()
    payer.wait(lambda: "So far nothing has been paid" in payer.text("problems"))
    payer.sees("Paid")


def test_waiting_takes_the_focus_from_nobody(payer, minted, gateway):
    payer.open(minted())
    payer.pay("4111116000000036")
    payer.sees("Not finished yet")
    payer.driver.execute_script(
        "document.getElementById('language').focus(); window.moved = 0; addEventListener('focusin', () => moved++)")
    before = len(payer.posted("/transactionStatus"))
    payer.wait(lambda: len(payer.posted("/transactionStatus")) >= before + 2)
    assert payer.focused() == "language" and payer.driver.execute_script("return moved") == 0
    gateway.post("/sandbox/clock", {"advance": 61})
    payer.sees("Paid")


def test_a_time_that_is_up_while_paying_leaves_no_number_and_tells_the_result(payer, minted, gateway):
    payer.open(minted(userDefined5="sim:delay=3"))
    payer.driver.execute_script("window.real = performance.now.bind(performance)")
    payer.pay()
    payer.driver.execute_script("const skip = 3e7; performance.now = () => real() + skip")
    payer.sees("Paid")
    assert payer.at(NUMBER).get_attribute("value") == "" and payer.text("problems") == ""


def test_a_time_that_is_up_before_the_payment_has_left_the_page_tells_its_result(payer, minted):
    payer.open(minted())
    payer.driver.execute_script(
        "const real = window.fetch; const open = new Promise((done) => { window.letGo = done; });"
        "window.fetch = (address, options) => String(address).endsWith('/payment') ? open.then(() => real(address, options)) : real(address, options);"
        "const clock = performance.now.bind(performance); window.late = 0; performance.now = () => clock() + late;")
    payer.pay()
    payer.driver.execute_script("window.late = 3e7")
    payer.wait(lambda: "Nothing was paid yet" in payer.text("words"))
    payer.driver.execute_script("letGo()")
    payer.sees("Paid")


def test_a_paid_payment_is_never_said_to_be_unpaid_however_late(payer, minted, gateway):
    token = minted()
    payer.open(token)
    payer.pay()
    payer.sees("Paid")
    gateway.post("/sandbox/clock", {"advance": 62 * 60})
    payer.driver.refresh()
    payer.sees("Time is up")
    assert "Nothing was paid" not in payer.text("words") and "Look at your order" in payer.text("words")


def test_the_language_that_was_chosen_goes_with_the_payment(payer, minted):
    payer.open(minted())
    payer.wait(lambda: payer.driver.find_elements("css selector", "#language option"))
    payer.driver.find_element("css selector", "#language option[value=id]").click()
    payer.wait(lambda: payer.text("cancel") == "Batal")
    payer.pay()
    payer.sees("Sudah dibayar")
    payer.driver.refresh()
    payer.sees("Sudah dibayar")


def test_the_language_that_was_chosen_comes_back_from_the_issuer(payer, minted):
    payer.open(minted(request3DS="Y", locale="th"))
    payer.wait(lambda: payer.driver.find_elements("css selector", "#language option"))
    payer.driver.find_element("css selector", "#language option[value=id]").click()
    payer.wait(lambda: payer.text("cancel") == "Batal")
    payer.pay()
    payer.confirm()
    payer.sees("Sudah dibayar")
