"""What the gateway is measured against: what a machine can do at most, what others do, and the same job done the obvious way."""

import base64
import json
import os
import pathlib
import subprocess
import sys

import requests
from parts import BUILD, ROOT, Server, Work, answers, say, says

CONTROLS = ROOT / "Benchmarks/Controls"
INFORMATION = "/payment/4.3/cardtokeninfo"


def compiled(name, folder):
    """A control in C."""
    program = pathlib.Path(folder) / name
    subprocess.run(["cc", "-O2", "-o", program, CONTROLS / f"{name}.c", "-lpthread"], check=True)
    return program


def floor(answer, folder, bodies):
    """The gateway's own answer by the smallest server there is."""
    file = pathlib.Path(folder) / "answer"
    file.write_text(answer)
    server = Server("floor", [compiled("floor", folder), file, str(os.cpu_count())], says("floor ready at "))
    return Work("epoll loop in C, canned", server, INFORMATION, bodies)


def nginx(answer, folder, bodies, port=8422):
    """The gateway's own answer as nginx returns a text."""
    folder = pathlib.Path(folder) / "nginx"
    folder.mkdir()
    text = answer.replace("\\", "\\\\").replace("'", "\\'")
    (folder / "nginx.conf").write_text(f"""
daemon off; pid {folder}/pid; error_log stderr error; worker_processes {os.cpu_count()};
events {{ worker_connections 1024; }}
http {{
    access_log off; keepalive_requests 1000000000; keepalive_timeout 1h;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{
        listen 127.0.0.1:{port} reuseport;
        location / {{ default_type application/json; return 200 '{text}'; }}
    }}
}}
""")
    server = Server("nginx", ["/usr/sbin/nginx", "-c", folder / "nginx.conf", "-p", folder], answers(f"http://127.0.0.1:{port}"))
    return Work("nginx, canned", server, INFORMATION, bodies)


def echo(bodies):
    server = Server("Hummingbird JSON echo", [BUILD / "openpgw-bench", "echo"], says("echo ready at "))
    more = [json.dumps({**json.loads(body), "version": 43, "retry": False, "channels": ["CC", "ALL"]}) for body in bodies]
    return Work("echo", server, "/echo", more)


def localstripe(port=8420):
    """One customer with five cards, listed as Stripe's API does."""
    program = pathlib.Path(sys.executable).parent / "localstripe"
    address = f"http://127.0.0.1:{port}"
    server = Server("localstripe", [program, "--from-scratch", "--port", str(port)], answers(address))
    session = requests.Session()
    session.auth = ("sk_test_benchmark", "")
    customer = session.post(address + "/v1/customers", data={"email": "somchai@example.com"}, timeout=30).json()["id"]
    for _ in range(5):
        card = {"type": "card", "card[number]": "4242424242424242", "card[exp_month]": "12", "card[exp_year]": "2039",
                "card[cvc]": "123"}
        method = session.post(address + "/v1/payment_methods", data=card, timeout=30).json()["id"]
        session.post(f"{address}/v1/payment_methods/{method}/attach", data={"customer": customer}, timeout=30).raise_for_status()
    path = f"/v1/payment_methods?customer={customer}&type=card"
    assert len(session.get(address + path, timeout=30).json()["data"]) == 5
    authorisation = "Authorization: Basic " + base64.b64encode(b"sk_test_benchmark:").decode()
    return Work("localstripe, list of cards", server, path, None, [authorisation])


def wiremock(answer, folder, bodies, port=8421):
    """The gateway's own answer, canned, without a journal of requests."""
    import wiremock.server

    jar = next(pathlib.Path(wiremock.server.__file__).parent.glob("*.jar"))
    folder = pathlib.Path(folder) / "wiremock"
    (folder / "mappings").mkdir(parents=True)
    stub = {"request": {"method": "POST", "urlPath": INFORMATION},
            "response": {"status": 200, "body": answer, "headers": {"Content-Type": "application/json"}}}
    (folder / "mappings/information.json").write_text(json.dumps(stub))
    command = ["java", "-jar", jar, "--port", str(port), "--root-dir", folder, "--no-request-journal", "--disable-banner"]
    server = Server("WireMock", command, answers(f"http://127.0.0.1:{port}", "/__admin/mappings"))
    return Work("WireMock, canned", server, INFORMATION, bodies)


def obvious(folder, cards, sessions):
    """The same job, done the obvious way in Python and in Swift, on one file."""
    say("Building the obvious Swift, on packages of its own: minutes, the first time.")
    package = CONTROLS / "ObviousSwift"
    subprocess.run(["swift", "build", "--package-path", package, "-c", "release"], check=True, stdout=sys.stderr)
    file = pathlib.Path(folder) / "obvious.db"
    make = [sys.executable, CONTROLS / "obvious_data.py", file, str(cards), str(sessions)]
    bodies = subprocess.run(make, check=True, capture_output=True, text=True).stdout.splitlines()
    environment = {**os.environ, "OBVIOUS_DATA": str(file)}
    uvicorn = [pathlib.Path(sys.executable).parent / "uvicorn", "obvious:app", "--port", "8423", "--workers", str(os.cpu_count())]
    python = Server(
        "obvious Python", [*uvicorn, "--log-level", "warning"], answers("http://127.0.0.1:8423"), cwd=CONTROLS, env=environment)
    swift = Server("obvious Swift", [package / ".build/release/obvious"], says("obvious ready at "), env=environment)
    works = [Work(f"the {server.name}", server, INFORMATION, bodies) for server in [python, swift]]
    for work in works:
        answer = requests.post(work.server.address + INFORMATION, data=bodies[0], headers={"Content-Type": "application/json"}, timeout=10)
        assert len(answer.json()["customerToken"]) == 5, answer.text
    return works
