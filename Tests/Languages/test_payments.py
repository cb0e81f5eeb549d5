"""The calls of payments in every language: what goes out and what comes of an answer is what the Swift SDK makes of it."""

import http.server
import json
import subprocess
import threading

import pytest
import requests
from compilers import JAVA, ROOT, javac, objc, succeeded
from test_c import Library
from vectors import PAYMENTS, packed

SETUP = {"clientId": "client", "locale": "th"}


class C:
    """The C library as the other hosts are."""

    def __init__(self, library):
        self.pgw = Library(library / "lib/libopenpgw.so")

    def set_up(self, address):
        assert self.pgw.initialize({"apiEnvironment": address, **SETUP}) == 0

    def call(self, name, request):
        code, answer = self.pgw.ask(request if isinstance(request, bytes) else json.dumps(request).encode(), name)
        return code, answer if code == 0 else answer["detail"]


class Texts:
    """A host that hands texts over."""

    def __init__(self, host, word):
        self.host, self.word = host, word

    def set_up(self, address):
        if self.word == "initialize":
            self.host.say("initialize", address)
        else:
            assert self.host.say(self.word, *packed(json.dumps({"apiEnvironment": address, **SETUP})))[0] == 0

    def call(self, name, request):
        text = request.decode() if isinstance(request, bytes) else json.dumps(request)
        code, texts = self.host.say("call", *packed(name), *packed(text))
        return code, json.loads(texts[0]) if code == 0 else texts[1]


@pytest.fixture(scope="module", params=["c", "javascript", "bridge"])
def host(request):
    if request.param == "c":
        return C(request.getfixturevalue("library"))
    return Texts(request.getfixturevalue(request.param), "setup" if request.param == "bridge" else "initialize")


@pytest.fixture
def asked(host, stub):
    host.set_up(stub.address)
    stub.answer = b'{"respCode":"0000"}'
    return stub


@pytest.mark.parametrize("vector", PAYMENTS, ids=[vector["name"] for vector in PAYMENTS])
def test_what_goes_out_and_comes_in_is_that_of_swift(host, asked, vector):
    code, answer = host.call(vector["call"], vector["request"])
    assert code == 0, answer
    assert asked.asked() == vector["body"]
    for given in vector["answers"]:
        asked.answer = json.dumps(given["body"]).encode()
        code, answer = host.call(vector["call"], vector["request"])
        assert code == 0 and answer == given["response"]


NO_PAYMENTS = [
    ("proceedTransaction", {}, "paymentToken is missing"), ("paymentOption", [], "not an object"),
    ("paymentOptions", {"paymentToken": "t"}, "There is no call of this name"), ("", {"paymentToken": "t"}, "There is no call of this name"),
    ("paymentOption", {"paymentToken": 1}, "paymentToken is not a text"),
    ("proceedTransaction", {"paymentToken": "t", "payment": []}, "payment is not an object"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"code": "CC"}}, "payment.code is not an object"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"cardNo": 4111111111111111}}}, "payment.data.cardNo is not a text"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"expiryMonth": "May"}}}, "payment.data.expiryMonth is not a whole number"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"expiryMonth": -5}}}, "payment.data.expiryMonth is not a whole number"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"expiryMonth": 1.5}}}, "payment.data.expiryMonth is not a whole number"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"tokenize": "yes"}}}, "payment.data.tokenize is not true or false"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"userAddress": {"userBillingAddress": {"city": 1}}}}},
     "payment.data.userAddress.userBillingAddress.city is not a text"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"loyaltyPoints": {}}}}, "payment.data.loyaltyPoints is not an array"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"loyaltyPoints": [{"rewards": [7]}]}}},
     "payment.data.loyaltyPoints[0].rewards[0] is not an object"),
    ("proceedTransaction", {"paymentToken": "t", "payment": {"data": {"loyaltyPoints": [{"redeemAmount": "1"}]}}},
     "payment.data.loyaltyPoints[0].redeemAmount is not a number"),
    ("transactionStatus", {"paymentToken": "t", "additionalInfo": 1}, "additionalInfo is not true or false"),
]


@pytest.mark.parametrize(("name", "request_", "words"), NO_PAYMENTS)
def test_what_is_no_request_is_named_and_not_sent(host, asked, name, request_, words):
    if isinstance(host, Texts) and host.word == "initialize" and words == "There is no call of this name":
        return  # JavaScript has no such function.
    code, detail = host.call(name, request_)
    assert (code, detail.lower()) == (10, words.lower())
    assert asked.requests == []


HOSTILE = [
    '{"respCode":"0000","expiryTimer":1e999999999}', '{"respCode":"0000","expiryTimer":1e-999999999}',
    '{"respCode":"0000","expiryTimer":"99999999999999999999"}', '{"respCode":"0000","expiryTimer":1.5}',
    '{"respCode":"0000","expiryTimer":"१२"}', '{"respCode":"0000","extras":{"qrData":{"a":[]}}}', '{"respCode":"0000","extras":null}',
]


@pytest.mark.parametrize("body", HOSTILE)
def test_an_answer_that_is_strange_has_nothing_in_its_place(host, asked, body):
    asked.answer = body.encode()
    code, answer = host.call("proceedTransaction", {"paymentToken": "t"})
    assert code == 0 and answer["expiryTimer"] == 0 and answer["additionalInfo"]["qrData"] == ""


def test_a_payment_is_answered_by_a_code_and_no_number_is_in_an_error(host, asked):
    asked.answer = b'{"respDesc":"x"}'
    card = {"paymentToken": "t", "payment": {"code": {"channelCode": "CC"}, "data": {"cardNo": "4111111111111111", "securityCode": "987"}}}
    code, detail = host.call("proceedTransaction", card)
    assert code == 4 and "4111" not in detail and "987" not in detail
    # Amid an answer that is JSON, too.
    code, detail = host.call("proceedTransaction", json.dumps(card).replace('"CC"', "5").encode())
    assert code == 10 and "4111" not in detail and "987" not in detail


def java(tmp_path, request, address):
    succeeded(javac(tmp_path, JAVA / "main", JAVA / "jvm", ROOT / "Tests/Languages/javapayments"))
    return ["java", f"-Djava.util.prefs.userRoot={tmp_path}", "-Dfile.encoding=UTF-8", "-cp", tmp_path, "Payments", address]


def objective_c(tmp_path, request, address):
    request.getfixturevalue("library")
    succeeded(objc(ROOT / "Tests/Languages/objc/Payments.m", "-o", tmp_path / "payments"))
    return [tmp_path / "payments", address]


@pytest.mark.parametrize("language", [java, objective_c])
def test_typed_calls_are_those_of_the_texts(language, stub, request, tmp_path):
    program = subprocess.Popen(
        language(tmp_path, request, stub.address), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def say(name):
        program.stdin.write(name + "\n")
        program.stdin.flush()
        return json.loads(program.stdout.readline())

    for vector in PAYMENTS:
        stub.answer = b'{"respCode":"0000"}'
        say(vector["name"])
        assert stub.asked() == vector["body"], vector["name"]
        for given in vector["answers"]:
            stub.answer = json.dumps(given["body"]).encode()
            assert say(vector["name"]) == given["response"]
    program.stdin.close()
    assert program.wait(60) == 0


@pytest.fixture
def wire(gateway):
    """Between an app and the gateway: what was posted, as it came by."""
    bodies = []

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self, body):
            answer = requests.request(self.command, gateway.address + self.path, data=body, timeout=60)
            self.send_response(answer.status_code)
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def do_GET(self):
            self.pass_on(None)

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            bodies.append(body.decode())
            self.pass_on(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", bodies
    server.shutdown()
    server.server_close()


def test_a_card_is_paid_with_and_nobody_on_the_way_reads_it(host, wire, mint):
    address, bodies = wire
    host.set_up(address)
    token = mint()
    data = {"cardNo": "4111111111111111", "expiryMonth": 12, "expiryYear": 2039, "securityCode": "123", "name": "A Payer"}
    code, answer = host.call(
        "proceedTransaction", {"paymentToken": token, "payment": {"code": {"channelCode": "CC"}, "data": data}})
    # The merchant's request has the payer authenticate.
    assert code == 0 and answer["responseCode"] == "1000" and "/pgw/authenticate/" in answer["data"]
    assert len(bodies) == 1 and '"securePayToken":"eyJ' in bodies[0] and "A Payer" in bodies[0]
    assert not any(secret in bodies[0] for secret in ["4111", '"123"', "2039", "cardNo", "securityCode"])
    code, answer = host.call("transactionStatus", {"paymentToken": token, "additionalInfo": True})
    assert code == 0 and answer["responseCode"] == "2001"
    assert answer["additionalInfo"]["transactionInfo"]["data"] == "411111XXXXXX1111"
    assert host.call("cancelTransaction", {"paymentToken": token})[1]["responseCode"] == "0000"


def test_what_is_written_is_up_to_date():
    run = subprocess.run([ROOT / "Scripts/bindings", "--check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_constants_are_those_of_swift(addon):
    package = ROOT / "Bindings/ReactNative/payments.js"
    found = json.loads(subprocess.run(
        ["node", "-p", f"JSON.stringify(require({str(package)!r}))"], capture_output=True, text=True, check=True).stdout)
    assert found["PaymentChannelCode"]["category"]["globalCardPayment"] == "GCARD"
    assert found["QRTypeCode"] == {"raw": "RAW", "base64": "BASE64", "url": "URL"}
    assert found["InstallmentInterestTypeCode"] == {"customer": "C", "merchant": "M"}
    assert found["PaymentNotificationPlatformCode"]["whatsApp"] == "WHATSAPP"
