"""A browser with the hosted page in it: what a payer sees and does, and what of it leaves the page."""

import contextlib
import json
import time
import urllib.parse

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

NUMBER, EXPIRY, NAME, CODE = "tel-cardNumber", "expyear", "name", "tel-cvv"


def chromium(*arguments):
    options = webdriver.ChromeOptions()
    for argument in [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--window-size=900,1000", *arguments,
    ]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))


class Payer:
    """Whoever sits before the page."""

    def __init__(self, driver, gateway):
        self.driver = driver
        self.gateway = gateway
        #: Addresses that a payer may be sent to, beside the gateway's.
        self.shops = []
        self.console = []
        # Whether scripts are missing, which the console tells.
        self.lacks_scripts = False
        self.network = []

    # What they do

    def open(self, payment_token, place="token", locale=None):
        self.load(payment_token, place, locale)
        self.wait(lambda: self.shown("submit") or self.text("words"))
        return self

    def load(self, payment_token, place="token", locale=None):
        """Without waiting for what it shows."""
        self.address = f"{self.gateway.address}/payment/4.3/#/{place}/{urllib.parse.quote(payment_token, safe='')}"
        self.driver.get("about:blank")
        self.driver.get(self.address + (f"?locale={locale}" if locale else ""))

    def at(self, identifier):
        return self.driver.find_element(By.ID, identifier)

    def type(self, **texts):
        for name, text in texts.items():
            field = self.at({"number": NUMBER, "expiry": EXPIRY, "name": NAME, "code": CODE}[name])
            field.clear()
            field.send_keys(text)

    def press(self, identifier):
        self.at(identifier).click()

    def pay(self, number="4111111111111111", expiry="12/39", code="123", name="", submit=True):
        if self.shown("another"):
            self.press("another")
        self.type(number=number, expiry=expiry, code=code, **({"name": name} if name else {}))
        if submit:
            self.press("submit")

    def confirm(self, password="123456", action="confirm"):
        """On the issuer's page."""
        self.wait(lambda: "/pgw/authenticate/" in self.driver.current_url)
        self.at("otp").send_keys(password)
        self.driver.find_element(By.CSS_SELECTOR, f"button[value={action}]").click()

    @contextlib.contextmanager
    def offline(self):
        self.driver.set_network_conditions(offline=True, latency=0, throughput=0)
        try:
            yield
        finally:
            self.driver.delete_network_conditions()

    # What they see

    def wait(self, condition, seconds=20):
        """Waits for what has to come; a page that is on its way to the next has nothing yet."""

        def holds(_):
            try:
                return condition()
            except (StaleElementReferenceException, TimeoutException, WebDriverException):
                return False

        try:
            return WebDriverWait(self.driver, seconds, 0.05).until(holds)
        except TimeoutException:
            self.record()
            page = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"never came at {self.driver.current_url}: {page!r} {self.console}") from None

    def text(self, identifier):
        return self.at(identifier).text

    def shown(self, identifier):
        found = self.driver.find_elements(By.ID, identifier)
        return bool(found) and found[0].is_displayed()

    def sees(self, title):
        """Waits for the page's heading."""
        self.wait(lambda: self.driver.find_element(By.TAG_NAME, "h1").text == title)

    def focused(self):
        return self.driver.switch_to.active_element.get_attribute("id")

    def choices(self):
        return [label.text for label in self.driver.find_elements(By.CSS_SELECTOR, "#means label")]

    # What left the page

    def record(self):
        """Keeps what the browser's log says, which is said once."""
        self.console += self.driver.get_log("browser")
        self.network += [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]

    def requests(self):
        self.record()
        return [message["params"]["request"] for message in self.network if message["method"] == "Network.requestWillBeSent"]

    def posted(self, path):
        """The bodies that were sent to a path."""
        return [json.loads(request["postData"]) for request in self.requests() if request["url"].endswith(path)]

    def stored(self):
        """Everything that a page can leave in a browser."""
        return self.driver.execute_script(
            "return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state, location.href, document.title])")


def still(seconds, holds):
    """Whether something stays as it is: looked at for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert holds()
        time.sleep(0.05)
