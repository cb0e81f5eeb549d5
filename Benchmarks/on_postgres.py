"""The gateway on a PostgreSQL server, against the same gateway on SQLite, and against pgbench."""

import contextlib
import pathlib
import re
import statistics
import subprocess

from parts import HEADER, ROOT, Gateway, Work, say

STATEMENTS = (ROOT / "Gateway/Sources/PostgresStore/Statement.swift").read_text()
# As many as the gateway has requests under way.
CLIENTS = {"adds": 32, "rows": 32, "information": 64, "mint": 64}


@contextlib.contextmanager
def server():
    """A server that writes to disk what it acknowledges. Gives its connection string."""
    process = subprocess.Popen(
        [ROOT / "Scripts/postgres", "-c", "fsync=on", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        folder, port = process.stdout.readline().split()
        yield f"postgresql://openpgw@127.0.0.1:{port}/postgres"
    finally:
        process.stdin.close()
        process.wait(30)


def statement(name, values):
    """A statement of the gateway's, with expressions of pgbench's in the place of its parameters."""
    text = re.search(rf'case {name} = """\n(.*?)"""', STATEMENTS, re.S)[1]
    return re.sub(r"\$([0-9]+)", lambda found: values[int(found[1]) - 1], text)


class Bench:
    """pgbench on the server."""

    def __init__(self, store, scratch):
        self.store = store
        self.scripts = {}
        # Sessions by number, as the gateway has made them.
        self.sql(
            """
            SET search_path TO openpgw;
            CREATE TABLE bench AS SELECT row_number() OVER () AS n, bucket, id, tokens, token_buckets FROM sessions;
            ALTER TABLE bench ADD PRIMARY KEY (n);
            CREATE TABLE bench_rows (n bigint PRIMARY KEY, face bytea NOT NULL);
            ANALYZE;
            """)
        count = int(self.sql("SELECT count(*) FROM openpgw.bench"))
        some, new = f"\\set m random(1, {count})\n", "\\set n random(1, 1000000000000000)\n"
        face = "decode(repeat('ab', 120), 'hex')"
        def chosen(column):
            return f"(SELECT {column} FROM bench WHERE n = :m)"
        def fresh(length):
            return f"decode(lpad(to_hex(:n::bigint), {2 * length}, '0'), 'hex')"
        bodies = {
            "information": some + statement("sessionFaces", [chosen("bucket"), chosen("id"), "'JT04'"]),
            "mint": some + new + statement("beginSession", [
                "5", "'JT04'", chosen("token_buckets"), chosen("tokens"), "5", "('I' || :n)", "NULL::smallint", "NULL::text", fresh(16),
                fresh(32), "32503680000000", "0", "0", "false", face, "1", fresh(12)]),
            "adds": new + statement("insertTokens", ["'BENCH'", "9223372036854775807"] + [f"ARRAY[{value}]" for value in [
                "5", "(:n)::text", "1", face, face, fresh(32), "NULL", "0"]]),
            "rows": new + f"INSERT INTO bench_rows (n, face) VALUES (:n, {face}) ON CONFLICT DO NOTHING",
        }
        for name, body in bodies.items():
            self.scripts[name] = pathlib.Path(scratch) / f"{name}.sql"
            self.scripts[name].write_text(body + ";\n")
        self.rates = {name: [] for name in bodies}

    def sql(self, text):
        return subprocess.run(
            ["psql", self.store, "-AtXqv", "ON_ERROR_STOP=1"], input=text, capture_output=True, text=True, check=True).stdout.strip()

    def run(self, name, seconds):
        output = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS[name]), "-j", "2", "-T", str(seconds), "-f", self.scripts[name],
             self.store + "?options=-csearch_path%3Dopenpgw"], capture_output=True, text=True, check=True).stdout
        if "number of failed transactions: 0 " not in output:
            raise SystemExit(f"pgbench, {name}: {output}")
        self.rates[name].append(float(re.search(r"^tps = ([0-9.]+)", output, re.M)[1]))

    def rate(self, name):
        return statistics.median(self.rates[name])


def on_postgres(on_file, scratch, options):
    """- Parameter on_file: A gateway on SQLite with as many cards, that does not run. Returns a table, and figures."""
    say("PostgreSQL.")
    with server() as store:
        gateway = Gateway(scratch / "postgres", 100_000, store=store)
        gateway.start()
        on_file.start()
        try:
            return measured(gateway, on_file, scratch, options)
        finally:
            gateway.server.stop()
            on_file.server.stop()


def measured(gateway, on_file, scratch, options):
    works = []
    for name, one in [("PostgreSQL", gateway), ("SQLite", on_file)]:
        bodies = one.information_bodies(2000)
        works.append((Work(f"token information, {name}", one.server, "/payment/4.3/cardtokeninfo", bodies),
                      Work(f"payment token, {name}", one.server, "/payment/4.3/paymentToken", []), one))
    pgbench = Bench(gateway.store, scratch)
    adds = []
    for round in range(options.rounds + 1):
        say("Warming up." if round == 0 else f"PostgreSQL, round {round} of {options.rounds}.")
        seconds = 2 if round == 0 else options.seconds
        for information, mint, one in works:
            information.run(seconds)
            # Each body is used once: an invoice number opens one session.
            mint.run(seconds, one.mint_bodies(25_000 * seconds))
        for name in CLIENTS:
            pgbench.run(name, seconds)
        adds.append(gateway.add(5000 * seconds))
        if round == 0:
            for information, mint, _ in works:
                information.rounds.clear()
                mint.rounds.clear()
            for rates in pgbench.rates.values():
                rates.clear()
            adds.clear()
    (information, mint, _), (file_information, file_mint, _) = works
    added = statistics.median(adds)
    lines = HEADER + [work.row for work in [information, mint, file_information, file_mint]]
    lines.append(f"| added cards, PostgreSQL | {added:,.0f} | | | |")
    words = {"information": "token information", "mint": "payment token", "adds": "added card", "rows": "one row inserted"}
    lines += [f"| pgbench, {words[name]} | {pgbench.rate(name):,.0f} | | | |" for name in CLIENTS]
    figures = {
        "pg-token-info/sqlite": information.rate / file_information.rate, "pg-mint/sqlite": mint.rate / file_mint.rate,
        "pg-token-info/pgbench": information.rate / pgbench.rate("information"), "pg-mint/pgbench": mint.rate / pgbench.rate("mint"),
        "pg-adds/pgbench": added / pgbench.rate("adds"), "pg-adds/rows": added / pgbench.rate("rows"),
    }
    line = " ".join(f"{name}={value:.2f}" for name, value in figures.items()) + f" pg-rss-mb={gateway.server.resident_mb():.0f}"
    return "\n".join(lines), line
