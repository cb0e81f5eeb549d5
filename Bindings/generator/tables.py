"""What there is to write: requests, answers, builders, constants, and the words that say what each is."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = "".join((ROOT / "Bindings" / name).read_text() for name in ["requests.txt", "answers.txt"])
#: Without comments and blank lines.
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
BY = "Written by Scripts/bindings."


def tables():
    """The requests, each with the one it goes on from, and the answers: rows of name, kind and what stands behind the kind."""
    requests, answers = {}, {}
    for line in LINES:
        words = line.split()
        if words[0] == "request":
            rows = requests.setdefault(words[1], (words[2] if len(words) > 2 else None, []))[1]
        elif words[0] == "answer":
            rows = answers.setdefault(words[1], [])
        elif words[0] != "call" and words[0] not in [row[0] for row in rows]:
            rows.append((words[0], words[2], words[3] if len(words) > 3 else ""))
    return requests, answers


REQUESTS, ANSWERS = tables()


def comments():
    """What Swift says of a type, and of each of its members: by (type, member), with `None` for the type itself."""
    found = {}
    for folder in ["PGWWire", "PGW"]:
        for file in sorted((ROOT / "Sources" / folder / "Payments").glob("*.swift")):
            said, owner = [], None
            for line in file.read_text().splitlines():
                if comment := re.match(r" *///( (.*))?$", line):
                    said.append(comment[2] or "")
                    continue
                if declared := re.match(r"public (?:final )?(?:struct|class|enum) (\w+)", line):
                    owner = declared[1]
                    found[owner, None] = said
                elif member := re.match(r"    public var `?(\w+)`?", line):
                    found[owner, member[1]] = said
                if not line.strip().startswith("@"):
                    said = []
    return found


COMMENTS = comments()


def words_of(owner, member=None):
    """The first paragraph, in one line."""
    text = " ".join(COMMENTS.get((owner, member), []))
    text = text.split("  ")[0]
    # What stands in a bracket alone is a section of the protocol, which is Swift's to name.
    return re.sub(r" \((payments|protocol)\.md [^)]*\)", "", text)


def upper(name):
    return name[0].upper() + name[1:]


def lower(name):
    """APISuccess is apiSuccess, RAW raw, EWalletPayment eWalletPayment."""
    return re.sub(r"^([A-Z]+(?=[A-Z][a-z]|\d|$)|[A-Z])", lambda start: start[0].lower(), name)


def constants():
    """Of Sources/PGW/Payments/PaymentCodes.swift: (name of the type, words, what it holds), which is names and values, or types again."""
    found, stack = [], []
    said = ""
    for line in (ROOT / "Sources/PGW/Payments/PaymentCodes.swift").read_text().splitlines():
        if comment := re.match(r" *///? ?(.*)", line):
            said = f"{said} {comment[1]}".strip()
            continue
        if declared := re.match(r" *public enum (\w+) {", line):
            entry = (declared[1], said, [])
            (stack[-1][2] if stack else found).append(entry)
            stack.append(entry)
        elif value := re.match(r' *public static let (\w+) = "(.*)"', line):
            stack[-1][2].append((value[1], said, value[2]))
        elif line.strip() == "}":
            stack.pop()
        said = ""
    return found

#: Each builder: what it goes on from, what it is told when it is made, and what it can say.
BUILDERS = {
    "PaymentBuilder": (None, [], "fxRateId name email mobileNo paymentExpiry customerNote userAddress"),
    "CardDataBuilder": ("PaymentBuilder", [], "expiryMonth expiryYear securityCode"),
    "InstallmentBuilder": ("CardDataBuilder", [], "pin installmentInterestType installmentPeriod installmentPayLaterPeriod"),
    "AgentPaymentBuilder": ("PaymentBuilder", [], ""),
    "CardPaymentBuilder": ("InstallmentBuilder", ["code", "channel", "code cardNo", "channel cardNo"], "bank country tokenize"),
    "CustomerTokenPaymentBuilder": ("InstallmentBuilder", ["code customerToken", "channel customerToken"], ""),
    "UniversalPaymentBuilder": ("InstallmentBuilder", ["code", "agent"], "accountNo cardNo token qrType bank country tokenize"),
    "DigitalPaymentBuilder": ("PaymentBuilder", ["code", "channel"], "accountNo token"),
    "QRPaymentBuilder": ("PaymentBuilder", ["code", "channel"], "type"),
    "BuyNowPayLaterPaymentBuilder": ("PaymentBuilder", ["code", "channel"], ""),
    "InternetBankingBuilder": ("AgentPaymentBuilder", ["code", "agent"], ""),
    "PayAtCounterBuilder": ("AgentPaymentBuilder", ["code", "agent"], ""),
    "SelfServiceMachineBuilder": ("AgentPaymentBuilder", ["code", "agent"], ""),
    "OnlineDirectDebitBuilder": ("AgentPaymentBuilder", ["code", "agent"], ""),
    "DeepLinkPaymentBuilder": ("AgentPaymentBuilder", ["code", "agent"], ""),
    "WebPaymentBuilder": ("CardDataBuilder", ["code", "agent"], "cardNo issuedMonth issuedYear"),
    "DigitalCurrencyBuilder": ("PaymentBuilder", ["code"], ""),
    "LoyaltyPointPaymentBuilder": ("CardDataBuilder", ["code"], "cardNo loyaltyPoints"),
}
#: Where a builder's word is not the name of what it sets.
SAID = {("DigitalPaymentBuilder", "token"): "cryptogram", ("QRPaymentBuilder", "type"): "qrType"}
KINDS = {row[0]: row for row in REQUESTS["PaymentData"][1]}
