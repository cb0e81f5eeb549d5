"""The hosted page in a browser, on a real gateway (payments.md §6)."""

import base64
import json
import re

import pytest
from browser import CODE, EXPIRY, NUMBER, still
from selenium.webdriver.common.keys import Keys

STORED = ["20052010380915759367", "20052010380915759368", "20052010380915759369"]
SHOP = "Demo Thailand"




# MARK: Paying


def test_a_new_card_pays_and_leaves_encrypted(payer, minted):
    payer.open(minted())
    assert payer.text("title") == f"Pay {SHOP}" and payer.text("amount") == "THB 1,000.00" and payer.text("description") == "item 1"
    assert not payer.shown("means") and not payer.shown("remember")
    payer.pay(number="4111-1111 11111111", expiry="1239", name="Somchai Jaidee")
    payer.sees("Paid")
    assert payer.text("words") == "The payment was approved."
    assert "/#/info/" in payer.driver.current_url
    [asked] = payer.posted("/payment/4.3/payment")
    data = asked["payment"]["data"]
    assert set(data) == {"securePayToken", "name"} and data["securePayToken"].count(".") == 4
    assert payer.at(NUMBER).get_attribute("value") == "" and payer.at(CODE).get_attribute("value") == ""


def test_a_stored_card_pays_with_its_security_code(payer, minted):
    payer.open(minted(customerToken=STORED))
    visa, master, amex, another = payer.choices()
    assert visa == "VISA ending in 1111" and another == "Another card"
    assert re.fullmatch(r"MASTERCARD ending in 4444\s+expires soon: \d\d/\d\d", master)
    assert re.fullmatch(r"AMEX ending in 0005\s+expired: give its new date", amex)
    assert payer.shown(CODE) and not payer.shown(NUMBER) and not payer.shown(EXPIRY)
    payer.type(code="123")
    payer.press("submit")
    payer.sees("Paid")
    [asked] = payer.posted("/payment/4.3/payment")
    assert set(asked["payment"]["data"]) == {"securePayToken", "customerToken"}


def test_an_expired_card_is_asked_for_its_new_date(payer, minted, gateway):
    payer.open(minted(customerToken=STORED))
    payer.press("stored-2")
    assert payer.shown(EXPIRY) and "4 digits" in payer.text("tel-cvv-hint")
    payer.type(expiry="12/40", code="123")
    payer.press("submit")
    assert payer.text("tel-cvv-problem") == "The security code of this card has 4 digits."
    payer.type(code="1234")
    payer.press("submit")
    payer.sees("Paid")


def test_a_card_that_is_remembered_is_listed_next_time(payer, minted, gateway):
    payer.open(minted(tokenize=True, customerToken=STORED[:1]))
    payer.press("another")
    assert payer.shown("remember") and not payer.at("remember").is_selected()
    payer.press("remember")
    payer.pay(number="5555 5555 5555 4444", expiry="11/2038", submit=False)
    payer.press("submit")
    payer.sees("Paid")
    [asked] = payer.posted("/payment/4.3/payment")
    assert asked["payment"]["data"]["accountTokenization"] is True


def test_a_card_is_stored_and_nothing_is_paid(payer, minted):
    payer.open(minted(tokenizeOnly=True))
    assert payer.text("title") == f"Save a card with {SHOP}" and not payer.shown("amount")
    assert SHOP in payer.text("consent") and payer.text("submit") == "Save card"
    payer.pay()
    payer.sees("Card saved")


def test_stored_cards_alone(payer, minted):
    payer.open(minted(customerTokenOnly=True, customerToken=STORED[:1]))
    assert len(payer.choices()) == 1 and not payer.shown("another")
    payer.type(code="123")
    payer.press("submit")
    payer.sees("Paid")


@pytest.mark.parametrize("password, action, title", [
    ("123456", "confirm", "Paid"), ("111111", "confirm", "Not paid"), ("222222", "confirm", "Not paid"),
    ("333333", "confirm", "Paid"), ("444444", "confirm", "Paid"), ("", "cancel", "Cancelled"), ("", "leave", "Not paid"),
])
def test_authentication(payer, minted, password, action, title):
    payer.open(minted(request3DS="Y"))
    payer.pay()
    payer.confirm(password, action)
    payer.sees(title)
    assert "/#/info/" in payer.driver.current_url


def test_a_wrong_password_can_be_mended(payer, minted):
    payer.open(minted(request3DS="Y"))
    payer.pay()
    payer.confirm("000000")
    payer.wait(lambda: "wrong" in payer.text("otp-problem"))
    payer.confirm()
    payer.sees("Paid")


def test_cancelling(payer, minted):
    payer.open(minted())
    payer.press("cancel")
    payer.sees("Cancelled")
    assert payer.text("words") == "The payment was cancelled. Nothing was paid."


# MARK: What went wrong

RESULTS = [
    ("4014", "Not paid", "The card number is not right"), ("4054", "Not paid", "expiry date"), ("4051", "Not paid", "funds"),
    ("4061", "Not paid", "limit"), ("4081", "Not paid", "did not confirm"), ("4080", "Not paid", "was closed"),
    ("4005", "Not paid", "declined"), ("4041", "Not paid", "declined"), ("4043", "Not paid", "declined"), ("4091", "Not finished yet", "not known yet"),
    ("4017", "Cancelled", "The payment was cancelled"), ("4030", "Not paid", "4030"),
]


@pytest.mark.parametrize("code, title, words", RESULTS)
def test_each_result_has_its_words(payer, minted, code, title, words):
    payer.open(minted(userDefined5=f"sim:decline={code}"))
    payer.pay()
    payer.sees(title)
    assert words in payer.text("words")
    # A lost card and a stolen one are told as any other.
    if words != code:
        assert code not in payer.driver.find_element("tag name", "main").text


def test_a_payment_that_is_under_way_is_waited_for(payer, minted, gateway):
    payer.open(minted())
    payer.pay("4111110000000013")
    payer.sees("Not finished yet")
    gateway.post("/sandbox/clock", {"advance": 11})
    payer.sees("Paid")


def test_a_card_that_vanished_can_be_changed_for_another(payer, minted):
    payer.open(minted(customerToken=["20052010380915759370"], userDefined5="sim:delete-token"))
    payer.type(code="123")
    payer.press("submit")
    payer.wait(lambda: "no longer there" in payer.text("problems"))
    payer.pay()
    payer.sees("Paid")


@pytest.mark.parametrize("token, title", [("", "Nothing to pay here"), ("forged", "Nothing to pay here"), ("%", "Nothing to pay here")])
def test_an_address_without_a_payment(payer, token, title):
    payer.open(token)
    payer.sees(title)


def test_an_expired_token(payer, minted, gateway):
    token = minted()
    gateway.post("/sandbox/clock", {"advance": 31 * 60})
    payer.open(token)
    payer.sees("Time is up")
    assert not payer.shown("back")


def test_a_time_that_is_up_leads_back_to_the_shop(payer, minted, gateway, shop, invoice):
    payer.shops = [shop.address]
    token = minted(frontendReturnUrl=shop.address + "/back", invoiceNo=invoice)
    gateway.post("/sandbox/clock", {"advance": 31 * 60})
    payer.open(token)
    payer.sees("Time is up")
    payer.press("back")
    payer.wait(lambda: payer.driver.current_url == shop.address + "/back")
    [posted] = shop.posted
    hint = json.loads(base64.b64decode(posted["paymentResponse"][0]))
    assert hint["invoiceNo"] == invoice and hint["respCode"] == "5009"


def test_a_token_that_was_paid_with(payer, minted):
    token = minted()
    payer.open(token)
    payer.pay()
    payer.sees("Paid")
    payer.open(token)
    payer.sees("Paid")
    assert not payer.shown("pay")


# MARK: What is typed


def test_what_is_wrong_is_said_at_the_field_and_above_and_takes_the_focus(payer, minted):
    payer.open(minted())
    payer.press("submit")
    assert payer.text("problems") == "Please correct: Card number, Expiry date, Security code"
    assert payer.focused() == NUMBER
    field = payer.at(NUMBER)
    assert field.get_attribute("aria-invalid") == "true" and f"{NUMBER}-problem" in field.get_attribute("aria-describedby")
    assert payer.text(f"{NUMBER}-problem").endswith("Enter the card number.")
    payer.type(number="4111111111111112")
    payer.type(expiry="13/39")
    assert "This number is not right" in payer.text(f"{NUMBER}-problem")
    payer.type(number="4111111111111111", code="12")
    assert "month and year" in payer.text(f"{EXPIRY}-problem") and payer.text(f"{NUMBER}-problem") == ""
    assert payer.at(NUMBER).get_attribute("value") == "4111 1111 1111 1111"
    payer.type(expiry="01/20")
    payer.press("submit")
    assert "past" in payer.text(f"{EXPIRY}-problem") and payer.focused() == EXPIRY
    assert payer.posted("/payment/4.3/payment") == []
    payer.type(expiry="12/39", code="123")
    payer.press("submit")
    payer.sees("Paid")


def test_the_form_for_browsers_that_fill_it_in(payer, minted):
    payer.open(minted())
    for name, (inputmode, autocomplete) in {
        "tel-cardNumber": ("numeric", "cc-number"), "expyear": ("numeric", "cc-exp"), "name": (None, "cc-name"), "tel-cvv": ("numeric", "cc-csc"),
    }.items():
        field = payer.at(name)
        assert field.get_attribute("type") == "text" and field.get_attribute("name") == name
        assert field.get_dom_attribute("inputmode") == inputmode and field.get_attribute("autocomplete") == autocomplete


# MARK: What browsers and networks do


def test_a_double_click_pays_once(payer, minted):
    payer.open(minted(userDefined5="sim:delay=2"))
    payer.pay(submit=False)
    payer.driver.execute_script("for (let i = 0; i < 5; i++) document.getElementById('submit').click()")
    assert payer.text("doing") == "Paying. Leave this page open." and payer.at("submit").get_attribute("aria-disabled") == "true"
    payer.sees("Paid")
    assert len(payer.posted("/payment/4.3/payment")) == 1


def test_reload_and_back_show_the_same_and_pay_no_more(payer, minted):
    payer.open(minted())
    payer.pay()
    payer.sees("Paid")
    payer.driver.refresh()
    payer.sees("Paid")
    payer.driver.back()
    payer.driver.forward()
    payer.sees("Paid")
    assert len(payer.posted("/payment/4.3/payment")) == 1


def test_in_two_tabs_one_pays_and_the_other_says_so(payer, minted):
    token = minted()
    payer.open(token)
    first = payer.driver.current_window_handle
    payer.driver.switch_to.new_window("tab")
    payer.open(token)
    payer.pay()
    payer.sees("Paid")
    payer.driver.close()
    payer.driver.switch_to.window(first)
    payer.pay()
    payer.sees("Paid")


def test_a_network_that_is_lost_before_paying_asks_what_became_of_it(payer, minted):
    payer.open(minted())
    payer.pay(submit=False)
    # The key is known to the browser by then as to nobody: the request itself is what is lost.
    payer.driver.execute_cdp_cmd("Network.enable", {})
    payer.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/payment/4.3/payment"]})
    payer.press("submit")
    payer.wait(lambda: "So far nothing has been paid" in payer.text("problems"))
    payer.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    assert payer.at(NUMBER).get_attribute("value") == "4111 1111 1111 1111" and payer.at(CODE).get_attribute("value") == ""
    payer.type(code="123")
    payer.press("submit")
    payer.sees("Paid")


def test_a_network_that_is_lost_after_paying_is_waited_for(payer, minted):
    payer.open(minted(userDefined5="sim:delay=2"))
    payer.pay()
    payer.wait(lambda: payer.posted("/payment/4.3/payment"))
    with payer.offline():
        payer.wait(lambda: "do not pay again yet" in payer.text("doing"))
    payer.sees("Paid")
    assert len(payer.posted("/payment/4.3/payment")) == 1


def test_a_browser_without_scripts_is_told(driver, gateway):
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(f"{gateway.address}/payment/4.3/")
        assert "needs JavaScript" in driver.find_element("tag name", "main").text
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


# MARK: Keyboard and time


def test_the_keyboard_alone_pays(payer, minted):
    payer.open(minted())
    for keys in [Keys.TAB, "4111111111111111", Keys.TAB, "12/39", Keys.TAB, "Somchai", Keys.TAB, "123", Keys.ENTER]:
        payer.driver.switch_to.active_element.send_keys(keys)
    payer.sees("Paid")
    assert payer.focused() == "title"


def test_the_time_left_is_shown_and_told(payer, minted, gateway):
    payer.open(minted())
    assert re.fullmatch(r"Time left: (29|30):\d\d", payer.text("time"))
    gateway.post("/sandbox/clock", {"advance": 28 * 60 + 5})
    payer.driver.refresh()
    payer.wait(lambda: payer.at("warning").get_attribute("textContent") == "Two minutes are left to pay.")
    gateway.post("/sandbox/clock", {"advance": 90})
    payer.driver.refresh()
    payer.wait(lambda: payer.at("warning").get_attribute("textContent") == "Thirty seconds are left to pay.")


def test_what_is_wrong_is_told_as_long_as_it_is(payer, minted):
    payer.open(minted(customerToken=STORED))
    payer.press("submit")
    assert payer.text("problems") == "⚠ Please correct: Security code" or payer.text("problems") == "Please correct: Security code"
    payer.driver.find_element("css selector", "#language option[value=ja]").click()
    payer.wait(lambda: "セキュリティコード" in payer.text("problems") and "Please" not in payer.text("problems"))
    payer.press("another")
    payer.wait(lambda: payer.text("problems") == "" and payer.text("tel-cvv-problem") == "")
    payer.type(number="378282246310005", expiry="1239", code="123")
    payer.press("submit")
    payer.wait(lambda: "4" in payer.text("tel-cvv-problem") and payer.text("problems"))
    payer.type(number="5555555555554444")
    payer.press("name")
    payer.wait(lambda: payer.text("problems") == "" and payer.text("tel-cvv-problem") == "")
    assert payer.at(EXPIRY).get_attribute("value") == "12/39"


# MARK: The way back


def test_back_from_a_payment_of_long_ago_says_that_its_time_is_up(payer, minted, gateway, shop):
    payer.shops = [shop.address]
    payer.open(minted(frontendReturnUrl=shop.address + "/back"))
    payer.pay()
    payer.sees("Paid")
    payer.press("stay")
    gateway.post("/sandbox/clock", {"advance": 62 * 60})
    payer.press("back")
    payer.sees("Time is up")
    assert "/#/info/" in payer.driver.current_url and "Look at your order" in payer.text("words")


def test_back_to_the_shop_by_a_form_after_a_countdown(payer, minted, shop, invoice):
    payer.shops = [shop.address]
    payer.open(minted(frontendReturnUrl=shop.address + "/back", invoiceNo=invoice))
    payer.pay()
    payer.sees("Paid")
    assert payer.text("back") == f"Back to {SHOP}" and "Going back" in payer.text("countdown")
    payer.wait(lambda: payer.driver.current_url == shop.address + "/back")
    [posted] = shop.posted
    hint = json.loads(base64.b64decode(posted["paymentResponse"][0]))
    assert hint["invoiceNo"] == invoice and hint["respCode"] == "0000"


@pytest.mark.parametrize("place, key", [("stay", Keys.ENTER), ("stay", Keys.SPACE), ("title", Keys.ARROW_DOWN), ("back", Keys.TAB)])
def test_a_key_stops_the_countdown(payer, minted, shop, place, key):
    payer.shops = [shop.address]
    payer.open(minted(frontendReturnUrl=shop.address + "/back"))
    payer.press("cancel")
    payer.sees("Cancelled")
    payer.driver.execute_script("document.getElementById(arguments[0]).focus()", place)
    payer.driver.switch_to.active_element.send_keys(key)
    still(4, lambda: payer.text("title") == "Cancelled" and payer.text("countdown") == "")
    assert payer.shown("back") and not payer.shown("stay")


def test_whoever_wants_to_stay_stays(payer, minted, shop):
    payer.shops = [shop.address]
    payer.open(minted(frontendReturnUrl=shop.address + "/back"))
    payer.press("cancel")
    payer.sees("Cancelled")
    payer.press("stay")
    still(4, lambda: payer.text("title") == "Cancelled")
    payer.press("back")
    payer.wait(lambda: payer.driver.current_url == shop.address + "/back")


# MARK: Languages


@pytest.mark.parametrize("claims, asked, browsers, shown", [
    ({}, None, "th-TH", "th"), ({"locale": "id"}, None, "th-TH", "id"), ({"locale": "id"}, "JA", "th-TH", "ja"),
    ({"locale": "id"}, "zz", "th-TH", "id"), ({"locale": "id"}, "../x", "th-TH", "id"), ({}, None, "zh-Hant-TW", "zh-tw"),
    ({}, None, "ca-ES-valencia", "en"),
])
def test_the_language_is_the_chosen_one_or_the_merchants_or_the_browsers(payer, minted, claims, asked, browsers, shown):
    agent = payer.driver.execute_script("return navigator.userAgent")
    payer.driver.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": browsers})
    try:
        payer.open(minted(**claims), locale=asked)
        payer.wait(lambda: payer.shown("submit"))
        assert payer.driver.find_element("tag name", "html").get_attribute("lang") == shown
    finally:
        payer.driver.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": "en-US"})


def test_the_session_has_a_language_and_the_payer_another(payer, minted):
    payer.open(minted(locale="th"))
    assert payer.driver.find_element("tag name", "html").get_attribute("lang") == "th"
    assert payer.text("title") == f"ชำระเงินให้ {SHOP}"
    payer.press("submit")
    languages = payer.driver.find_elements("css selector", "#language option")
    assert [language.get_attribute("value") for language in languages] == "en th my id ja zh-cn zh-tw vi ko".split()
    payer.type(number="4111111111111111")
    next(language for language in languages if language.text == "日本語").click()
    payer.wait(lambda: payer.text("title") == f"{SHOP}へのお支払い")
    # What was typed stays, and so does the language.
    assert payer.at(NUMBER).get_attribute("value") == "4111 1111 1111 1111"
    payer.driver.refresh()
    payer.wait(lambda: payer.text("title") == f"{SHOP}へのお支払い")
    payer.pay()
    payer.sees("お支払いが完了しました")
