"""The example at the beginning of Documentation/scale.md, run as it stands."""

import contextlib
import os
import pathlib
import re
import socket
import subprocess

from compilers import ROOT
from gateway import BINARY


def block():
    """The example's lines, without what only a reader needs."""
    text = (ROOT / "Documentation/scale.md").read_text()
    lines = re.search(r"## Two gateways on one server.*?```\n(.*?)```", text, re.S)[1].splitlines()
    return [re.sub(r" +# .*", "", line) for line in lines if line]


def request_of_the_readme():
    return re.search(r"^echo '(\{.*?\})' > /tmp/request\.json", (ROOT / "README.md").read_text(), re.S | re.M)[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@contextlib.contextmanager
def postgres():
    process = subprocess.Popen([ROOT / "Scripts/postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().split()[1]
    finally:
        process.stdin.close()
        process.wait(60)


def test_two_gateways_share_a_server(tmp_path):
    lines = block()
    ports = {port: free_port() for port in ["8081", "8082"]}
    with postgres() as database, contextlib.ExitStack() as stack:
        bin = tmp_path / "bin"
        bin.mkdir()
        (bin / "openpgw").symlink_to(pathlib.Path(BINARY).resolve())
        environment = os.environ | {"PATH": f"{bin}:{os.environ['PATH']}", "HOME": str(tmp_path)}
        (tmp_path / "request.json").write_text(request_of_the_readme())

        def adapted(line):
            line = re.sub(r"(@127\.0\.0\.1:)\d+/", rf"\g<1>{database}/", line)
            line = line.replace("/tmp/request.json", str(tmp_path / "request.json"))
            return re.sub("|".join(ports), lambda found: ports[found[0]], line)

        exports = [adapted(line) for line in lines if line.startswith("export STORE=")]
        commands = exports[:]
        for line in map(adapted, lines):
            if line.startswith("openpgw serve"):
                script = "\n".join(exports + ["exec " + line])
                gateway = subprocess.Popen(
                    ["bash", "-c", script], cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
                stack.callback(gateway.wait, 30)
                stack.callback(gateway.terminate)
                assert gateway.stdout.readline().startswith("openpgw ready at "), line
            elif line.startswith(("openpgw", "TOKEN=", "export OPENPGW")):
                commands.append(line)
        assert len(commands) == 6
        run = subprocess.run(
            ["bash", "-ec", "\n".join(commands)], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    listed, gone = run.stdout.split("deleted 20052010380915759367")
    assert "411111XXXXXX1111" in listed and "411111XXXXXX1111" not in gone, run.stdout + run.stderr
