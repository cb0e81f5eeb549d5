"""`make drill`, a short one of each fault; and what its checker makes of calls that were lost, doubled or undone."""

import importlib.machinery
import importlib.util
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
loader = importlib.machinery.SourceFileLoader("drill", str(ROOT / "Scripts/drill"))
drill = importlib.util.module_from_spec(importlib.util.spec_from_loader("drill", loader))
loader.exec_module(drill)

has_namespaces = subprocess.run(["unshare", "--net", "true"], capture_output=True).returncode == 0


@pytest.mark.parametrize("fault", drill.FAULTS)
def test_nothing_that_was_acknowledged_is_lost(fault):
    if fault == "network" and not has_namespaces:
        pytest.skip("no network namespace can be made here")
    seconds = 24 if fault == "pause" else 18
    run = subprocess.run(
        [ROOT / "Scripts/drill", "--debug", "--seconds", str(seconds), "--fault", fault], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    cells = [cell.strip() for cell in run.stdout.splitlines()[-1].strip("|").split("|")]
    calls, acknowledged = map(int, cells[1:3])
    assert calls >= acknowledged > 100 and cells[3:6] == ["0", "0", "0"], run.stdout


ADD = "0\t1\tadd\tok\tc1r1\tT1"
ADD2 = "0\t1\tadd\tok\tc1r2\tT2"
UNKNOWN = "0\t1\tadd\ttimed out\tc1r3\t"
MINT = "0\t1\tmint\tok\tdrill1x1\tP1"


@pytest.mark.parametrize(
    "calls, rows, lost, doubled, returned",
    [
        ([ADD, ADD2], [("T1", "c1r1"), ("T2", "c1r2")], 0, 0, 0),
        ([ADD, ADD2], [("T1", "c1r1")], 1, 0, 0),
        ([ADD, "0\t1\tupdate\tok\tT1 c1u1\t"], [("T1", "c1u1")], 0, 0, 0),
        ([ADD, "0\t1\tupdate\tok\tT1 c1u1\t"], [("T1", "c1r1")], 1, 0, 0),
        ([ADD, "0\t1\tupdate\tlate\tT1 c1u1\t"], [("T1", "c1u1")], 0, 0, 0),
        ([ADD, "0\t1\tupdate\tlate\tT1 c1u1\t"], [("T1", "c1r1")], 0, 0, 0),
        ([ADD, "0\t1\tupdate\tlate\tT1 c1u1\t", "0\t1\tupdate\tok\tT1 c1u2\t"], [("T1", "c1u1")], 1, 0, 0),
        ([ADD, "0\t1\tdelete\tok\tT1\t"], [], 0, 0, 0),
        ([ADD, "0\t1\tdelete\tok\tT1\t"], [("T1", "c1r1")], 0, 0, 1),
        ([ADD, "0\t1\tdelete\tlate\tT1\t"], [("T1", "c1r1")], 0, 0, 0),
        ([ADD, "0\t1\tdelete\tlate\tT1\t"], [], 0, 0, 0),
        ([ADD, UNKNOWN], [("T1", "c1r1"), ("T9", "c1r3")], 0, 0, 0),
        ([ADD, UNKNOWN], [("T1", "c1r1"), ("T8", "c1r3"), ("T9", "c1r3")], 0, 1, 0),
        ([ADD], [("T1", "c1r1"), ("T9", "c1r1")], 0, 1, 0),
        ([ADD, MINT, "0\t1\tlist\tok\tP1\tT1=c1r1"], [("T1", "c1r1")], 0, 0, 0),
        ([ADD, MINT, "0\t1\tlist\tok\tP1\t"], [("T1", "c1r1")], 1, 0, 0),
        ([ADD, MINT, "0\t1\tlist\tok\tP1\tT1=c1u1"], [("T1", "c1r1")], 1, 0, 0),
        ([ADD, MINT, "0\t1\tlist\t9040\tP1\t"], [("T1", "c1r1")], 1, 0, 0),
        ([ADD, MINT, "0\t1\tdelete\tok\tT1\t", "0\t1\tlist\tok\tP1\tT1=c1r1"], [], 0, 0, 1),
        ([ADD, MINT, "0\t1\tmint\tok\tdrill1x1\tP2"], [("T1", "c1r1")], 0, 1, 0),
    ],
)
def test_the_checker_tells_what_was_lost_doubled_or_undone(calls, rows, lost, doubled, returned):
    verdict = drill.Verdict([drill.Call(line) for line in calls], rows, [])
    assert [len(verdict.lost), len(verdict.doubled), len(verdict.returned)] == [lost, doubled, returned]


def test_an_invoice_with_two_sessions_is_doubled():
    assert len(drill.Verdict([], [], [("drill1x1", 2), ("drill1x2", 1)]).doubled) == 1
