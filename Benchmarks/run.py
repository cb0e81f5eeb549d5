"""The benchmark: token information, payment tokens and stored cards, against controls in the same run.

Everything runs on this machine, load and servers together, so rates say little and ratios say much. Rounds take turns, and
each figure is the median of its rounds. The last line is one line of figures.
"""

import argparse
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import tempfile
import time
import urllib.parse

import controls
import picture
import requests
from on_postgres import on_postgres
from parts import BUILD, CONNECTIONS, HEADER, ROOT, Gateway, Work, say


def start_time(gateway, count=7):
    """From starting the process to its ready line, with everything stored."""
    times = []
    for _ in range(count):
        gateway.start()
        times.append(gateway.server.ready_ms)
        gateway.server.stop()
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=6, help="of each round")
    parser.add_argument("--only", choices=["gateway"], help="the gateway and the echo alone; nothing is kept")
    parser.add_argument("--no-growth", action="store_true", help="without the comparison of 1,000 with 1,000,000 cards")
    options = parser.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="openpgw-bench-"))
    try:
        run(options, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def run(options, scratch):
    gateway = Gateway(scratch / "100k", 100_000)
    say("Starting the gateway.")
    ready_ms = start_time(gateway)
    gateway.start()
    bodies = gateway.information_bodies(2000)
    information = Work("token information", gateway.server, controls.INFORMATION, bodies)
    mint = Work("payment token", gateway.server, "/payment/4.3/paymentToken", [])
    pay = Work("Do Payment, stored card", gateway.server, "/payment/4.3/payment", [])
    status = Work("transaction status", gateway.server, "/payment/4.3/transactionStatus", gateway.status_bodies(1000))
    works = [information, mint, controls.echo(bodies), pay, status]
    floor = None
    if not options.only:
        say("Starting what it is measured against.")
        floor = controls.floor(gateway.sample, scratch, bodies)
        works += [
            floor, controls.nginx(gateway.sample, scratch, bodies), controls.localstripe(),
            controls.wiremock(gateway.sample, scratch, bodies), *controls.obvious(scratch, 100_000, 2000),
        ]

    mint_rate, pay_rate = 12_000, 10_000
    try:
        for round in range(options.rounds + 1):
            say("Warming up." if round == 0 else f"Round {round} of {options.rounds}.")
            for work in works:
                if work is mint:
                    # Each body is used once: an invoice number opens one session.
                    seconds = 2 if round == 0 else options.seconds
                    count = mint.run(seconds, gateway.mint_bodies(int(mint_rate * seconds * 1.5)))
                    mint_rate = max(mint_rate / 2, count / seconds)
                elif work is pay:
                    # Each body is used once here, too: a session is paid once. A refusal would be quicker than a payment.
                    seconds = 2 if round == 0 else options.seconds
                    bodies_of_it = gateway.payment_bodies(int(pay_rate * seconds * 1.5))
                    before = gateway.answered("payment", "2000")
                    count = pay.run(seconds, bodies_of_it)
                    if gateway.answered("payment", "2000") - before < count or count > len(bodies_of_it):
                        raise SystemExit("not every Do Payment was answered 2000, or some were sent twice")
                    pay_rate = max(pay_rate / 2, count / seconds)
                else:
                    work.run(3 if round == 0 else options.seconds)
            if round == 0:
                for work in works:
                    work.rounds.clear()
        say("A minute of token information.")
        information_p = information.rounds[:]
        for _ in range(10 if not options.only else 1):
            information.run(6)
        information.rounds = information_p
        resident = gateway.server.resident_mb()
        paced = at_rate(information, information.rate / 2, scratch, options)
        # What the machine itself is late with: the floor has nothing to do meanwhile.
        paced_floor = at_rate(floor, information.rate / 2, scratch, options) if floor else None
    finally:
        for server in {work.server for work in works}:
            server.stop()
    exchange = None if options.only else maintenance(gateway, options)
    book = None if options.only else book_import(scratch)
    shared = None if options.only else on_postgres(gateway, scratch, options)
    growth = None if options.no_growth or options.only else growth_ratio(scratch)
    report(options, gateway, ready_ms, resident, growth, works, (paced, paced_floor), exchange, book, shared)


def at_rate(work, rate, scratch, options):
    """How long a request takes at a rate, where none waits for the one before: p50, p99 and p99.9 in milliseconds."""
    say(f"{work.name} at {rate:,.0f} a second, in an open loop.")
    pace = controls.compiled("pace", scratch)
    address = urllib.parse.urlsplit(work.server.address)
    rounds = []
    for _ in range(options.rounds):
        command = [pace, address.hostname, address.port, work.path, work.file, int(rate), options.seconds, CONNECTIONS]
        words = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout.split()
        count, p50, p99, p999, slowest, late, refused = map(int, words[1:])
        if refused:
            raise SystemExit(f"{refused} of {count} were refused")
        rounds.append((p50 / 1000, p99 / 1000, p999 / 1000))
    return [statistics.median(column) for column in zip(*rounds)]


def maintenance(gateway, options):
    """Maintenance against the machine's RSA, and token information beside a flood of it, in turns."""
    say("Maintenance.")
    gateway.start()
    sealed = gateway.run("openpgw-bench", "maintenance-bodies", "--count", "200").stdout.splitlines()
    looked_up = Work("maintenance, get", gateway.server, "/customertoken/3.0/CustomerToken/get", sealed, connections=32)
    # A refusal would be plain JSON, and quick.
    path = gateway.server.address + looked_up.path
    assert not requests.post(path, data=sealed[0], timeout=10).text.startswith("{")
    bodies = gateway.information_bodies(1000)
    idle = Work("token information", gateway.server, controls.INFORMATION, bodies)
    flooded = Work("token information, beside it", gateway.server, controls.INFORMATION, bodies)
    ceilings = []
    for round in range(options.rounds + 1):
        say("Warming up." if round == 0 else f"Maintenance, round {round} of {options.rounds}.")
        words = subprocess.run([BUILD / "openpgw-bench", "rsa-ceiling"], capture_output=True, text=True, check=True).stdout
        ceilings.append(int(words.split()[0]))
        looked_up.run(4)
        idle.run(4)
        flood = subprocess.Popen(looked_up.command(8), stdout=subprocess.DEVNULL)
        time.sleep(2)
        flooded.run(4)
        flood.wait()
        if round == 0:
            for work in [looked_up, idle, flooded]:
                work.rounds.clear()
            ceilings.clear()
    gateway.server.stop()
    return looked_up, idle, flooded, statistics.median(ceilings)


def book_import(scratch, count=1_000_000):
    """A book of cards: how many a second, and the most memory it took."""
    say(f"Importing a book of {count:,} cards.")
    gateway = Gateway(scratch / "book", 0, sample=0)
    book = str(scratch / "book.jsonl")
    subprocess.run([BUILD / "openpgw-bench", "write-book", book, "--count", str(count)], check=True)
    command = [BUILD / "openpgw", "token", "import", "--sandbox", "--data", gateway.folder, "--merchant", "JT04", book]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    # The kernel's own mark of the process: what wait4 says begins with the memory of whoever forked it.
    peak = 0
    while process.poll() is None:
        lines = pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines()
        peak = max([peak] + [int(line.split()[1]) for line in lines if line.startswith("VmHWM")])
        time.sleep(0.1)
    seconds = time.monotonic() - started
    words = process.stdout.read()
    if process.returncode or not words.startswith(f"{count} stored"):
        raise SystemExit(f"the import ended with {process.returncode}: {words}")
    os.remove(book)
    return count / seconds, peak / 1024


def growth_ratio(scratch):
    """CPU per request with 1,000,000 stored cards against 1,000, in turns."""
    works = []
    for count in [1000, 1_000_000]:
        gateway = Gateway(scratch / f"{count}", count)
        gateway.start()
        works.append(Work(f"{count} cards", gateway.server, controls.INFORMATION, gateway.information_bodies(1000)))
    for round in range(6):
        say("Warming up." if round == 0 else f"Growth, round {round} of 5.")
        for work in works:
            work.run(4)
            if round == 0:
                work.rounds.clear()
    for work in works:
        work.server.stop()
    return works[1].cpu / works[0].cpu


def report(options, gateway, ready_ms, resident, growth, works, paced, exchange, book, shared):
    lines = HEADER + [work.row for work in works]
    by_name = {work.name: work.rate for work in works}
    information, echo = by_name["token information"], by_name["echo"]
    figures = {
        "token-info/echo": information / echo,
        **{
            f"token-info/{short}": information / by_name.get(name, float("nan"))
            for short, name in [
                ("floor", "epoll loop in C, canned"), ("nginx", "nginx, canned"), ("wiremock", "WireMock, canned"),
                ("localstripe", "localstripe, list of cards"), ("obvious-python", "the obvious Python"), ("obvious-swift", "the obvious Swift"),
            ]
        },
        "mint/echo": by_name["payment token"] / echo,
        "payment/echo": by_name["Do Payment, stored card"] / echo,
        "status/token-info": by_name["transaction status"] / information,
    }
    line = "figures " + " ".join(f"{name}={value:.2f}" for name, value in figures.items())
    for name, times in zip(["half", "floor-half"], paced):
        if times:
            line += f" {name}-p50-ms={times[0]:.2f} {name}-p99-ms={times[1]:.2f} {name}-p99.9-ms={times[2]:.2f}"
            line += f" {name}-p99.9/p50={times[2] / times[0]:.1f}"
    line += f" adds/s={gateway.adds} ready-ms={ready_ms:.0f} rss-mb={resident:.0f}"
    line += f" growth-1k-1m={growth:.2f}" if growth else " growth-1k-1m=-"
    table = "\n".join(lines)
    if exchange:
        looked_up, idle, flooded, ceiling = exchange
        line += f" maintenance/rsa={looked_up.rate / ceiling:.2f} flood-rate={flooded.rate / idle.rate:.2f}"
        line += f" flood-p99={flooded.p99 / idle.p99:.2f} import/s={book[0]:.0f} import-mb={book[1]:.0f}"
        table += "\n\n" + "\n".join(HEADER + [work.row for work in [looked_up, idle, flooded]])
    if shared:
        more, figures_of_it = shared
        table += "\n\n" + more
        line += " " + figures_of_it
    say("\n" + table + "\n")
    if not options.only:
        text = RESULTS.format(
            date=datetime.date.today(), cores=os.cpu_count(), machine=platform.machine(), table=table, figures=line,
            rounds=options.rounds, seconds=options.seconds, connections=CONNECTIONS, p99=works[0].p99 / works[0].p50)
        (ROOT / "Benchmarks/RESULTS.md").write_text(text)
        rows = [(work.name, work.rate, work.server.name == "OpenPGW") for work in works]
        title = f"requests a second, load and servers on the same {os.cpu_count()} cores"
        (ROOT / "Documentation/speed.svg").write_text(picture.bars(title, rows))
        say("Kept in Benchmarks/RESULTS.md.")
    say(line)


RESULTS = """# The last run of `make bench`

{date}, {cores} cores, {machine}. Load and servers share them, so only ratios travel. wrk with one thread and {connections} connections;
the median of {rounds} rounds of {seconds} seconds, the kinds of work taking turns. The gateway held 100,000 stored cards; each request
for token information was for one of 2,000 payment sessions of five cards each, each payment token a session of its own.

{table}

The controls are in [Controls](Controls). The floor: the gateway's own answer, canned, by an epoll loop in C, by nginx and by WireMock; and a
bare Hummingbird JSON echo (`openpgw-bench echo`). Peers: localstripe listing the five cards of a customer; and the same job done the
obvious way, in Python (FastAPI, SQLite, cryptography, PyJWT) and in Swift (Hummingbird, Codable, JWTKit, GRDB).

p99 of token information is {p99:.1f} times its p50.

```
{figures}
```

- `half-…`: token information at half its greatest rate, in an open loop: requests go out when they are due, and their time counts from then.
  `floor-half-…`: the floor at that same rate, which is what this machine is late with by itself.
- `payment/echo`: Do Payment with a stored card, no authentication, each on disk before the issuer is asked and again before the answer.
- `status/token-info`: `transactionStatus` of finished payments.
- `adds/s`: cards stored a second by 32 clients, each on disk before it counts.
- `ready-ms`: from starting the process to its ready line, with everything stored.
- `rss-mb`: resident after a minute of load.
- `growth-1k-1m`: CPU of a request with 1,000,000 stored cards, against 1,000.
- `maintenance/rsa`: maintenance requests a second with 32 connections, against what `openpgw-bench rsa-ceiling` does of their
  RSA with keys of 3072 bits on all processors.
- `flood-rate`, `flood-p99`: token information beside saturated maintenance, against alone.
- `pg-…`: the same gateway with its records on a PostgreSQL server of this machine, which writes to disk what it acknowledges: token
  information and payment tokens against those on SQLite; token information, payment tokens and added cards against `pgbench`, which sends
  the server the same statements over as many connections; added cards against its insertions of single rows; memory after the load.
- `import/s`, `import-mb`: cards a second and most memory of `openpgw token import` with 1,000,000 cards.
"""

if __name__ == "__main__":
    main()
