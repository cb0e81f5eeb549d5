"""The documentation's page for each language: its lines are those of a program that the tests run, and its commands those a reader types."""

import os
import re
import subprocess

import pytest
from compilers import ROOT

#: The programs that a page's code is of, in the order of its blocks.
PAGES = {
    "FromC": ["C/cards.c", "C/pay.c"], "FromObjectiveC": ["ObjectiveC/Cards.m", "ObjectiveC/Pay.m"],
    "FromJava": ["Java/Cards.java", "Java/Pay.java"], "FromKotlin": ["Kotlin/Cards.kt", "Kotlin/Pay.kt"],
    "FromReactNative": ["Node/cards.ts", "Node/pay.ts"], "FromFlutter": ["Flutter/cards.dart", "Flutter/pay.dart"],
}


def blocks(page):
    """Its commands, and its code."""
    text = (ROOT / f"Sources/PGW/PGW.docc/{page}.md").read_text()
    found = re.findall(r"^```(\w*)\n(.*?)^```", text, flags=re.M | re.S)
    return "".join(code for kind, code in found if not kind), [code for kind, code in found if kind]


def hold(code, file):
    program = iter(line.strip() for line in (ROOT / "Examples" / file).read_text().splitlines())
    lines = [line.strip() for line in code.splitlines() if line.strip()]
    assert len(lines) <= 30
    for line in lines:
        assert line in program, line


@pytest.mark.parametrize("page", PAGES)
def test_its_lines_are_those_of_a_program_in_their_order(page):
    for code, file in zip(blocks(page)[1], PAGES[page], strict=True):
        hold(code, file)


def test_the_payment_of_the_readme_is_that_of_a_program():
    (code,) = re.findall(r"^## A payment in ten lines\n+```swift\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.M | re.S)
    hold(code, "Pay/Pay.swift")


@pytest.mark.parametrize("page", [page for page in PAGES if page != "FromFlutter"])
def test_its_commands_list_cards_and_pay(addon, gateway, mint, page):
    # In the checkout itself, as its reader does.
    commands = blocks(page)[0].replace("http://127.0.0.1:8080", gateway.address)
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands], cwd=ROOT, capture_output=True, text=True, timeout=600,
        env={**os.environ, "TOKEN": mint()})
    assert run.returncode == 0 and "411111XXXXXX1111" in run.stdout, run.stdout + run.stderr
    # The merchant's request has the payer authenticate.
    assert "1000" in run.stdout.splitlines()[-1] and f"{gateway.address}/pgw/authenticate/" in run.stdout.replace("\\/", "/"), run.stdout
