"""The vectors every language is held to: answers, and what comes of each."""

import base64
import json
import pathlib

KEYS = ["channelCode", "token", "accountNo", "expiry", "name", "email", "status", "iconUrl", "logoUrl", "cardBrand"]
ANSWERS = json.loads((pathlib.Path(__file__).parent / "Languages/Vectors/answers.json").read_text())


def give(stub, vector):
    """Has the stub answer as the vector says."""
    stub.status, stub.answer = vector["status"], base64.b64decode(vector["body"])
