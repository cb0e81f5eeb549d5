"""How programs of other languages are compiled against the SDK."""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
JAVA = ROOT / "Bindings/Java/src"


def javac(out, *folders, more=()):
    files = [file for folder in folders for file in sorted(folder.rglob("*.java"))]
    return subprocess.run(
        ["javac", "--release", "8", "-Xlint:all,-options", "-Werror", "-encoding", "UTF-8", "-d", out, *more, *files],
        capture_output=True, text=True)


def kotlinc(classes, out, file):
    # Nothing of Kotlin's own is needed to run but its standard library, which goes into the jar.
    return subprocess.run(
        ["kotlinc", "-Werror", "-include-runtime", "-cp", classes, "-d", out, file], capture_output=True, text=True)


def objc(*arguments):
    """The C library has to be there."""
    return subprocess.run([ROOT / "Scripts/objc", "-Wall", "-Wextra", "-Werror", *arguments], capture_output=True, text=True)


def succeeded(run):
    assert run.returncode == 0, run.stdout + run.stderr
