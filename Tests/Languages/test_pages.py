"""The documentation's page for each language: its lines are those of a program that the tests run, and its commands those a reader types."""

import os
import re
import subprocess

import pytest
from compilers import ROOT

PAGES = {
    "FromC": "C/cards.c", "FromObjectiveC": "ObjectiveC/Cards.m", "FromJava": "Java/Cards.java", "FromKotlin": "Kotlin/Cards.kt",
    "FromReactNative": "Node/cards.ts", "FromFlutter": "Flutter/cards.dart",
}


def blocks(page):
    """Its commands, and its code."""
    text = (ROOT / f"Sources/PGW/PGW.docc/{page}.md").read_text()
    found = re.findall(r"^```(\w*)\n(.*?)^```", text, flags=re.M | re.S)
    return "".join(code for kind, code in found if not kind), [code for kind, code in found if kind]


@pytest.mark.parametrize("page", PAGES)
def test_its_lines_are_those_of_a_program_in_their_order(page):
    program = iter(line.strip() for line in (ROOT / "Examples" / PAGES[page]).read_text().splitlines())
    (code,) = blocks(page)[1]
    lines = [line.strip() for line in code.splitlines() if line.strip()]
    assert len(lines) <= 30
    for line in lines:
        assert line in program, line


@pytest.mark.parametrize("page", [page for page in PAGES if page != "FromFlutter"])
def test_its_commands_list_cards(addon, gateway, mint, page):
    # In the checkout itself, as its reader does.
    commands = blocks(page)[0].replace("http://127.0.0.1:8080", gateway.address)
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands], cwd=ROOT, capture_output=True, text=True, timeout=600,
        env={**os.environ, "TOKEN": mint()})
    assert run.returncode == 0 and "411111XXXXXX1111" in run.stdout, run.stdout + run.stderr
