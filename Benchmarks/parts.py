"""What benchmarks are made of: servers under load, the load, and a gateway with so many stored cards."""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import random
import statistics
import subprocess
import tempfile
import time
import uuid

import requests

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILD = ROOT / "Gateway/.build/release"
LUA = ROOT / "Benchmarks/requests.lua"
CONNECTIONS = 64
TICKS = os.sysconf("SC_CLK_TCK")


def say(words):
    print(words, flush=True)


HEADER = ["| what | requests/s | p50 ms | p99 ms | CPU µs/request |", "|---|---:|---:|---:|---:|"]


class Server:
    """A server under load: a process, and where it listens."""

    def __init__(self, name, command, ready, **options):
        self.name = name
        started = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options)
        self.address = ready(self.process)
        self.ready_ms = (time.monotonic() - started) * 1000

    def cpu(self):
        """Seconds of CPU used so far, by the process and those it has started."""
        ticks, pids = 0, [self.process.pid]
        while pids:
            folder = pathlib.Path(f"/proc/{pids.pop()}")
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
            pids += map(int, (folder / f"task/{folder.name}/children").read_text().split())
        return ticks / TICKS

    def resident_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


def says(words):
    """Waits for the line that names the address."""

    def ready(process):
        for line in process.stdout:
            if words in line:
                return line.split(words)[1].strip()
        raise SystemExit(f"the server ended before it said: {words}")

    return ready


def answers(address, path="/"):
    """Waits until the address answers anything."""

    def ready(process):
        for _ in range(600):
            try:
                requests.get(address + path, timeout=5)
                return address
            except requests.ConnectionError:
                time.sleep(0.05)
        raise SystemExit(f"{address} did not answer")

    return ready


class Work:
    """One kind of request on one server: bodies to post, or a path to get."""

    def __init__(self, name, server, path, bodies=None, headers=(), connections=CONNECTIONS):
        self.name, self.server, self.path, self.headers, self.connections = name, server, path, headers, connections
        self.file = None
        if bodies is not None:
            self.file = pathlib.Path(tempfile.mkstemp(suffix=".txt")[1])
            self.file.write_text("\n".join(bodies) + "\n")
        self.rounds = []

    def run(self, seconds, bodies=None):
        if bodies is not None:
            self.file.write_text("\n".join(bodies) + "\n")
        before = self.server.cpu()
        output = subprocess.run(self.command(seconds), capture_output=True, text=True, check=True).stdout
        line = next(line for line in output.splitlines() if line.startswith("result "))
        count, microseconds, p50, p99, refused, broken = map(int, line.split()[1:])
        if broken or refused or not count:
            raise SystemExit(f"{self.name}: {refused} answers were no success, {broken} connections broke, of {count}")
        self.rounds.append((count / microseconds * 1e6, p50 / 1000, p99 / 1000, (self.server.cpu() - before) / count * 1e6))
        return count

    def command(self, seconds):
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "-s", str(LUA if self.file else GET_LUA)]
        for header in self.headers:
            command += ["-H", header]
        command.append(self.server.address)
        command += ["--", str(self.file or "-"), self.path]
        return command

    def median(self, index):
        return statistics.median(round[index] for round in self.rounds)

    @property
    def row(self):
        """A line below HEADER."""
        return f"| {self.name} | {self.rate:,.0f} | {self.p50:.2f} | {self.p99:.2f} | {self.cpu:.1f} |"

    rate = property(lambda self: self.median(0))
    p50 = property(lambda self: self.median(1))
    p99 = property(lambda self: self.median(2))
    cpu = property(lambda self: self.median(3))


GET_LUA = pathlib.Path(tempfile.mkstemp(suffix=".lua")[1])
GET_LUA.write_text(
    LUA.read_text().replace("for line in io.lines(args[1]) do bodies[#bodies + 1] = line end", "bodies[1] = nil")
    .replace('wrk.method = "POST"', 'wrk.method = "GET"').replace("next = next % #bodies + 1", "")
    .replace("bodies[next]", "nil")
)


# The gateway


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(claims, secret):
    head = b64(b'{"alg":"HS256","typ":"JWT"}') + "." + b64(json.dumps(claims, separators=(",", ":")).encode())
    return json.dumps({"payload": head + "." + b64(hmac.new(secret, head.encode(), hashlib.sha256).digest())})


class Gateway:
    """So many stored cards, in a data folder or on a server, and the gateway on them."""

    def __init__(self, folder, tokens, sample=5000, store=None):
        self.folder, self.store = pathlib.Path(folder), store
        self.folder.mkdir(parents=True, exist_ok=True)
        self.run("openpgw", "merchant", "list", "--sandbox")
        self.adds = None
        if tokens:
            say(f"Storing {tokens:,} cards, 32 at a time.")
            self.adds = self.add(tokens)
        self.tokens = self.some_tokens(sample)

    def add(self, count):
        """Adds cards, 32 at a time. Returns how many a second."""
        return int(self.run("openpgw-bench", "add-cards", "--count", str(count)).stderr.split(", ")[1].split()[0])

    @property
    def place(self):
        return ["--data", self.folder] + (["--store", self.store] if self.store else [])

    def run(self, program, *arguments):
        command = [BUILD / program, *arguments, *self.place]
        return subprocess.run(command, capture_output=True, text=True, check=True)

    def some_tokens(self, count):
        """Tokens from all over the table: they are random, so a page after a random one is as good as any."""
        tokens = []
        while len(tokens) < count:
            after = str(random.randrange(10**19, 10**20))
            page = self.run("openpgw", "token", "list", "--sandbox", "--merchant", "JT04", "--after", after, "--limit", "500")
            tokens += [line.split()[0] for line in page.stdout.splitlines()[2:]]
            if not page.stdout.splitlines()[2:] and not tokens:
                continue
        random.shuffle(tokens)
        return tokens[:count]

    def start(self):
        command = [BUILD / "openpgw", "serve", "--sandbox", "--port", "0", *self.place]
        self.server = Server("OpenPGW", command, says("openpgw ready at "))
        merchants = requests.get(self.server.address + "/sandbox/merchants", timeout=10).json()["merchants"]
        self.secret = next(m["secret"] for m in merchants if m["merchantID"] == "JT04").encode()

    def mint_bodies(self, count):
        def body():
            tokens = random.sample(self.tokens, 5)
            claims = {
                "merchantID": "JT04", "invoiceNo": f"{time.time_ns()}", "description": "item 1", "amount": 1000,
                "currencyCode": "THB", "paymentChannel": ["ALL"], "customerToken": tokens,
            }
            return signed(claims, self.secret)

        return [body() for _ in range(count)]

    def information_bodies(self, count):
        """Sessions of their own, five cards each."""
        session = requests.Session()
        bodies = []
        for body in self.mint_bodies(count):
            answer = session.post(self.server.address + "/payment/4.3/paymentToken", data=body, timeout=10).json()
            part = answer["payload"].split(".")[1]
            token = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["paymentToken"]
            bodies.append(json.dumps({"paymentToken": token, "clientID": str(uuid.uuid4()), "locale": "en"}))
        answer = session.post(self.server.address + "/payment/4.3/cardtokeninfo", data=bodies[0], timeout=10)
        self.sample = answer.text
        assert len(answer.json()["customerToken"]) == 5
        return bodies

    def payment_bodies(self, count):
        """Do Payments with a stored card, each of a session of its own."""
        command = [BUILD / "openpgw-bench", "payment-bodies", "--endpoint", self.server.address, "--count", str(count)]
        environment = {**os.environ, "OPENPGW_MERCHANT_SECRET": self.secret.decode()}
        run = subprocess.run(
            command, input="\n".join(self.tokens), capture_output=True, text=True, check=True, env=environment)
        return run.stdout.splitlines()

    def status_bodies(self, count):
        """Questions about payments that are finished."""
        session = requests.Session()
        bodies = []
        for body in self.payment_bodies(count):
            answer = session.post(self.server.address + "/payment/4.3/payment", data=body, timeout=10).json()
            assert answer["respCode"] == "2000", answer
            bodies.append(json.dumps({"paymentToken": json.loads(body)["paymentToken"], "clientID": str(uuid.uuid4())}))
        return bodies

    def answered(self, operation, code):
        """How often an operation has answered a code."""
        name = f'openpgw_requests_total{{operation="{operation}",code="{code}"}} '
        lines = requests.get(self.server.address + "/metrics", timeout=10).text.splitlines()
        return sum(int(line.removeprefix(name)) for line in lines if line.startswith(name))
