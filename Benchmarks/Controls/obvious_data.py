"""What the obvious programs list: sealed cards and sessions in a SQLite file, and a request's body for each session on standard output.

    python obvious_data.py FILE CARDS SESSIONS
"""

import json
import os
import random
import sqlite3
import sys
import time
import uuid

import jwt
from obvious import SECRET, box


def card(token):
    return {
        "token": token, "number": "4111111111111111", "brand": "VISA", "expiryMonth": 12, "expiryYear": 2039, "name": "Somchai Jaidee",
        "email": "somchai@example.com",
    }


def sealed(token):
    nonce = os.urandom(12)
    return nonce + box.encrypt(nonce, json.dumps(card(token)).encode(), token.encode())


def main(path, cards, sessions):
    store = sqlite3.connect(path)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("CREATE TABLE cards (token TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID")
    store.execute("CREATE TABLE sessions (id TEXT PRIMARY KEY, tokens TEXT NOT NULL) WITHOUT ROWID")
    tokens = [str(random.randrange(10**19, 10**20)) for _ in range(cards)]
    store.executemany("INSERT INTO cards VALUES (?, ?)", ((token, sealed(token)) for token in tokens))
    for _ in range(sessions):
        session = str(uuid.uuid4())
        store.execute("INSERT INTO sessions VALUES (?, ?)", [session, json.dumps(random.sample(tokens, 5))])
        token = jwt.encode({"session": session, "exp": int(time.time()) + 86400}, SECRET, algorithm="HS256")
        print(json.dumps({"paymentToken": token, "clientID": str(uuid.uuid4()), "locale": "en"}))
    store.commit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
