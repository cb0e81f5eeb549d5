"""The vectors every language is held to: answers, and what comes of each."""

import base64
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[1]
KEYS = ["channelCode", "token", "accountNo", "expiry", "name", "email", "status", "iconUrl", "logoUrl", "cardBrand"]
VECTORS = ROOT / "Tests/Languages/Vectors"
ANSWERS = json.loads((VECTORS / "answers.json").read_text())
REQUESTS = json.loads((VECTORS / "requests.json").read_text())
PAYMENTS = json.loads((VECTORS / "payments.json").read_text())

#: The codes of the Swift SDK by their names, and by those of JavaScript and Dart: APISuccess is apiSuccess.
CODES = dict(re.findall(r'static let (\w+) = "(\d+)"', (ROOT / "Sources/PGW/APIResponseCode.swift").read_text()))
LOWER_CODES = {re.sub("^API|^.", lambda start: start[0].lower(), name): value for name, value in CODES.items()}
assert len(CODES) == len(LOWER_CODES) == 11


def give(stub, vector):
    """Has the stub answer as the vector says."""
    stub.status, stub.answer = vector["status"], base64.b64decode(vector["body"])


#: Texts that are no request, and the code that hosts hear which hand texts over.
NO_REQUESTS = [
    (None, 2), ("", 10), ("x", 10), ("[]", 10), ("{}", 10), ('{"paymentToken":1}', 10), ('{"paymentToken":null}', 10),
    ('{"paymentToken":"a","paymentToken":"b"}', 10), ('{"paymentToken":"\\ud800"}', 10), ('{"paymentToken":"a","locale":1}', 10),
    ('{"paymentToken":"a"', 10), ('{"paymentToken":"' + "a" * (1 << 20) + '"}', 10), ("[" * 100_000, 10),
]

#: The same of set-ups.
NO_SETUPS = [
    (None, 2), ("", 10), ("{}", 10), ('{"apiEnvironment":2}', 10), ('{"apiEnvironment":"sandbox"}', 10),
    ('{"apiEnvironment":"localhost:8080"}', 10), ('{"apiEnvironment":"http://"}', 10), ('{"apiEnvironment":"Sandbox","log":"yes"}', 10),
    ('{"apiEnvironment":"Sandbox","locale":1}', 10), ('{"apiEnvironment":"Sandbox","apiEnvironment":"Sandbox"}', 10),
]


#: What every language says of another.
RULE = re.search('gatewayRule = "(.*)"', (ROOT / "Sources/HTTPTransport/URL+gateway.swift").read_text())[1]

#: What is the address of a gateway, and what is none.
ADDRESSES = [
    "http://127.0.0.1", "HTTP://localhost:8080", "https://pgw.example/", "https://pgw.example:65535/shop/pgw", "http://[::1]:8080",
    "https://a-b.c_d.example/~shop/a%20b", "https://pgw.example/" + "a" * 100_000, "https://pgw.example/" + "%41" * 30_000,
    "https://pgw.example/a//", "https://pgw.example/..a/.b", "http://" + "a" * 63,
]
NO_ADDRESSES = [
    "localhost:8080", "pgw.example", "http://", "http:///x", "http:x", "ftp://pgw.example", "https://user:pass@pgw.example",
    "https://user@pgw.example", "https://pgw.example?x=y", "https://pgw.example/#x", "https://pgw.example/?", "https://pgw.example:0",
    "https://pgw.example:65536", "https://pgw.example:x", "https://pgw example", "https://pgw.example/a b", "https://bücher.example",
    " https://pgw.example", "https://pgw.example\n", "https://pgw.example/\u001b[31m", "http://[::1", "http://[x]", "https://a%00b",
    "https://pgw.example/%zz", "https://pgw.example\\x", "https://pgw.example/<x>", "https://:8080", "http://a:", "http://a:/", "http://a:000080", "http://[1]",
    "http://" + "a" * 256, "https://pgw.example/a/../b", "https://pgw.example/.", "https://pgw.example/a%2", "https://pgw.example/%",
    "http://[::1]x", "http://[::1]:", "http://a:8080x",
]


def packed(text):
    """A text as one word of a command, also an empty one."""
    return [] if text is None else ["=" + base64.b64encode(text.encode()).decode()]
