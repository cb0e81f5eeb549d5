"""The obvious Python: FastAPI, SQLite, cryptography and PyJWT list the sealed cards of a payment token.

What the gateway does for token information, as one would write it on a Friday: a payment token is a JWT that names a session, the session's
row names its cards, each card is a sealed JSON document of a row of its own, and the answer shows it masked.

    OBVIOUS_DATA=FILE uvicorn obvious:app
"""

import base64
import datetime
import json
import os
import sqlite3
import threading

import jwt
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi import FastAPI
from pydantic import BaseModel

KEY = bytes(range(32))
SECRET = base64.b64encode(KEY).decode()
ADDRESS = "http://127.0.0.1"

app = FastAPI()
box = AESGCM(KEY)
threads = threading.local()


def store():
    if not hasattr(threads, "connection"):
        threads.connection = sqlite3.connect(os.environ["OBVIOUS_DATA"])
    return threads.connection


class TokenInformationRequest(BaseModel):
    paymentToken: str
    clientID: str
    locale: str


class Card(BaseModel):
    token: str
    number: str
    brand: str
    expiryMonth: int
    expiryYear: int
    name: str
    email: str


class CustomerToken(BaseModel):
    token: str
    accountNo: str
    cardBrand: str
    expiry: str
    status: str
    name: str
    email: str
    iconUrl: str
    logoUrl: str


def shown(card: Card, today: datetime.date) -> CustomerToken:
    months = (card.expiryYear - today.year) * 12 + card.expiryMonth - today.month
    local, _, domain = card.email.partition("@")
    return CustomerToken(
        token=card.token,
        accountNo=card.number[:6] + "X" * (len(card.number) - 10) + card.number[-4:],
        cardBrand=card.brand,
        expiry=f"{card.expiryYear}-{card.expiryMonth:02}",
        status="ED" if months < 0 else "EX" if months < 3 else "AC",
        name=card.name,
        email=local[:2] + "*" * (len(local) - 2) + "@" + domain,
        iconUrl=f"{ADDRESS}/pgw/icon/{card.brand.lower()}.png",
        logoUrl=f"{ADDRESS}/pgw/logo/{card.brand.lower()}.png",
    )


@app.post("/payment/4.3/cardtokeninfo")
def token_information(request: TokenInformationRequest):
    try:
        claims = jwt.decode(request.paymentToken, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return {"respCode": "9040", "respDesc": "Payment token is invalid"}
    row = store().execute("SELECT tokens FROM sessions WHERE id = ?", [claims["session"]]).fetchone()
    if row is None:
        return {"respCode": "9040", "respDesc": "Payment token is invalid"}
    today = datetime.date.today()
    cards = []
    for token in json.loads(row[0]):
        found = store().execute("SELECT sealed FROM cards WHERE token = ?", [token]).fetchone()
        if found is not None:
            sealed = found[0]
            opened = box.decrypt(sealed[:12], sealed[12:], token.encode())
            cards.append(shown(Card.model_validate_json(opened), today))
    return {"respCode": "0000", "respDesc": "success", "paymentToken": request.paymentToken, "customerToken": cards}
