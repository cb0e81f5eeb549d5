"""A program of another language that has the SDK in it, at the end of a pipe: a line a command, a line an answer."""

import base64
import os
import subprocess

from vectors import KEYS


class Host:
    def __init__(self, command, errors):
        self.errors = errors
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(errors, "w"), text=True,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})

    def write(self, *words):
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()

    def read(self):
        code, *texts = self.process.stdout.readline().split()
        assert code != "none", "no answer came"
        return int(code), [base64.b64decode(text[1:]).decode() for text in texts]

    def say(self, *words):
        self.write(*words)
        return self.read()

    def ask(self, token="tok"):
        """A code, and with code 0 the response by its names."""
        code, texts = self.say("ask", token)
        if code != 0:
            return code, texts
        tokens = [dict(zip(KEYS, texts[index:index + 10])) for index in range(3, len(texts), 10)]
        return code, {
            "responseCode": texts[0], "responseDescription": texts[1], "paymentToken": texts[2], "customerTokens": tokens}

    def request(self, vector):
        """Asks with all that a request has."""
        words = ["=" + base64.b64encode(vector[name].encode()).decode() for name in ["paymentToken", "clientId", "locale"]]
        return self.say("request", *words)

    def end(self):
        self.process.stdin.close()
        assert self.process.wait(60) == 0
