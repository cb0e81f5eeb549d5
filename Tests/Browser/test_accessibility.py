"""WCAG 2.2 A and AA as far as a program can decide, in every language, and the ways of looking at the page that it asks for."""

import json
import pathlib
import re

import pytest
import selenium_axe_python
from browser import CODE, NUMBER, chromium, Payer
from compilers import ROOT
from selenium.webdriver.common.keys import Keys

LANGUAGES = "en th my id ja zh-cn zh-tw vi ko".split()
AXE = (pathlib.Path(selenium_axe_python.__file__).parent / "axe-core/axe.min.js").read_text()
STORED = ["20052010380915759370", "20052010380915759371"]


def violations(payer):
    payer.driver.execute_script(AXE)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = payer.driver.execute_async_script(
        "const done = arguments[1]; axe.run(document, arguments[0]).then(({ violations, passes }) => done([violations, passes.length]))", options)
    assert found[1] > 15
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_violation_in_the_form_with_problems_nor_in_the_result(payer, minted, language):
    payer.open(minted(customerToken=STORED, tokenize=True), locale=language)
    assert violations(payer) == []
    payer.press("another")
    payer.press("submit")
    assert violations(payer) == []
    payer.pay()
    payer.wait(lambda: "/#/info/" in payer.driver.current_url and payer.text("words"))
    assert violations(payer) == []


@pytest.fixture
def dark(gateway):
    driver = chromium("--force-dark-mode", "--enable-features=WebContentsForceDark:inversion_method/none")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    yield Payer(driver, gateway)
    driver.quit()


def test_no_violation_in_the_dark(dark, minted):
    dark.open(minted(customerToken=STORED, tokenize=True))
    assert dark.driver.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches")
    dark.press("another")
    dark.press("submit")
    assert violations(dark) == []


@pytest.mark.parametrize("width, scale", [(320, 1), (320, 4)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_at_320_pixels_nor_at_four_times_the_size(payer, minted, language, width, scale):
    # 1,280 pixels at 400 % are 320 of the page's own.
    payer.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 640, "deviceScaleFactor": scale, "mobile": False})
    try:
        payer.open(minted(customerToken=STORED, tokenize=True), locale=language)
        payer.press("another")
        payer.press("submit")
        wide = payer.driver.execute_script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide[0] <= wide[1] <= width
        for element in payer.driver.find_elements("css selector", "button, input, select"):
            if element.is_displayed():
                assert element.rect["x"] >= 0 and element.rect["x"] + element.rect["width"] <= width
                assert min(element.rect["width"], element.rect["height"]) >= 24
    finally:
        payer.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_focus_is_seen_and_in_the_order_of_the_form(payer, minted):
    payer.open(minted())
    order = []
    for _ in range(7):
        payer.driver.switch_to.active_element.send_keys(Keys.TAB)
        order.append(payer.focused())
        outline = payer.driver.execute_script("return getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px"
    assert order == [NUMBER, "expyear", "name", CODE, "submit", "cancel", "language"]


# MARK: Catalogues

CATALOGUES = {
    language: json.loads((ROOT / f"Gateway/Sources/Gateway/Words/{language}.json").read_text()) for language in LANGUAGES}
PLACE = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_word_with_its_places(language):
    english, words = CATALOGUES["en"], CATALOGUES[language]
    assert list(words) == list(english)
    for key, text in words.items():
        assert text.strip() == text != "" and sorted(PLACE.findall(text)) == sorted(PLACE.findall(english[key])), key
    if language != "en":
        same = [key for key in words if words[key] == english[key]]
        assert set(same) <= {"email"}, "translated"


def test_the_page_asks_for_words_that_there_are_and_for_all_of_them():
    page = (ROOT / "Gateway/Sources/Gateway/Page/page.html").read_text()
    scripts = "".join(path.read_text() for path in (ROOT / "Gateway/Sources/Gateway/Page").glob("*.js"))
    known = set(CATALOGUES["en"])
    asked = set(re.findall(r'data-word="([\w.]+)"', page)) | set(re.findall(r'word\("([\w.]+)"[,)]', scripts))
    asked |= set(re.findall(r'"((?:problem|title|card|lost)\.[\w.]+)"', scripts))
    assert asked <= known
    # Of these the second half is a code's, or a field's.
    made = {key for key in known if key.startswith(("result.", "problem.", "time."))} | {"paying", "saving"}
    assert known - asked - made == set()
    results = set(re.findall(r'(\w+): "c\d{4}', scripts)) | {"general", "bank"}
    assert {key.removeprefix("result.") for key in known if key.startswith("result.")} == results
