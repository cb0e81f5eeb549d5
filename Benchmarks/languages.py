"""What a whole call costs in each language, against the Swift SDK's own in the same run: HTTP on loopback, one call after the other.

The languages take turns, and each figure is the median of its rounds. Each is warm: a JVM's first calls cost twice as much.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests"))

from compilers import JAVA, javac, node, succeeded, swiftc  # noqa: E402
from gateway import mint, sandbox  # noqa: E402

HERE = ROOT / "Benchmarks/Calls"
ROUNDS, CALLS = 5, 4000


def programs(out):
    library = ROOT / ".build/library"
    subprocess.run([ROOT / "Scripts/library"], check=True, stdout=subprocess.DEVNULL)
    release = ROOT / ".build-library/release"
    succeeded(swiftc(HERE / "calls.swift", out / "swift", "-O", "-parse-as-library", build=release))
    subprocess.run(
        ["cc", "-O2", HERE / "calls.c", f"-I{library}/include", f"-L{library}/lib", "-lopenpgw", f"-Wl,-rpath,{library}/lib",
         "-o", out / "c"], check=True)
    succeeded(javac(out, JAVA / "main", JAVA / "jvm"))
    succeeded(javac(out, HERE, more=["-cp", str(out)]))
    succeeded(node())
    return {"Swift": [out / "swift"], "C": [out / "c"], "Java": ["java", f"-Djava.util.prefs.userRoot={out}", "-cp", out, "Calls"],
            "Node": ["node", HERE / "calls.js"]}


def main():
    with tempfile.TemporaryDirectory() as folder, sandbox() as gateway:
        commands = programs(pathlib.Path(folder))
        token = mint(gateway)
        costs = {name: [] for name in commands}
        for round_ in range(ROUNDS):
            print(f"Round {round_ + 1} of {ROUNDS}.", flush=True)
            for name, command in commands.items():
                run = subprocess.run(
                    [*command, gateway.address, token, str(CALLS)], capture_output=True, text=True, check=True,
                    env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
                costs[name].append(float(run.stdout))
        print("| language | µs a call | to Swift |\n|---|---:|---:|")
        swift = statistics.median(costs["Swift"])
        for name, found in costs.items():
            print(f"| {name} | {statistics.median(found):.0f} | {statistics.median(found) / swift:.2f} |")


if __name__ == "__main__":
    main()
