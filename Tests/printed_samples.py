"""Documentation's samples, each in the smallest unit of its language: compiled as they are printed, then run against a sandbox.

    Scripts/printed-samples FOLDER

The folder holds java.txt, kotlin.txt, objc.txt, swift.txt, react-native.txt and dart.txt. Prints a line a language: `java ok`, or why
not; exits with 1 if one fails.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile

import dart
from compilers import JAVA, ROOT, javac, kotlinc, objc, swiftc, tsc
from gateway import mint, sandbox

UNITS = ROOT / "Tests/Languages/units"
#: What replaces the comments of a sample's three branches, which come in this order in every language.
REPORTS = {
    "java": ['report("cards " + response.getCustomerTokens().size());', 'report("refused " + response.getResponseCode());',
             'report("failed " + error.getMessage());'],
    "kotlin": ['report("cards " + response.customerTokens.size)', 'report("refused " + response.responseCode)',
               'report("failed " + error.message)'],
    "objc": ['report([NSString stringWithFormat:@"cards %d", (int)response.customerTokens.count]);',
             'report([@"refused " stringByAppendingString:response.responseCode]);',
             'report([@"failed " stringByAppendingString:error.domain]);'],
    "swift": ['report("cards \\(response.customerTokens.count)")', 'report("refused \\(response.responseCode)")',
              'report("failed \\(error.domain)")'],
    "react-native": ["report(`cards ${customerTokenInfoResponse.customerTokens.length}`);",
                     "report(`refused ${customerTokenInfoResponse.responseCode}`);", "report(`failed ${error.message}`);"],
    "dart": ["report('cards ${response['customerTokens'].length}');", "report('refused ${response['responseCode']}');",
             "report('failed $error');"],
}
UNREACHABLE = "The payment gateway cannot be reached."
LITERAL = re.compile(r"""@?(["'])[A-Za-z0-9+/=]{40,}\1""")
#: The end of a line behind which a branch begins, in every language.
OPENS = re.compile(r"(\{|\bin)\s*$")


class Failed(Exception):
    pass


def running(language, sample):
    """The sample with its token taken from outside, and a report in each of its branches."""
    sample, count = LITERAL.subn("token", sample)
    if count != 1:
        raise Failed("it has no payment token as a literal")
    lines = sample.split("\n")
    comments = [index for index, line in enumerate(lines) if line.lstrip().startswith("//") and OPENS.search(lines[index - 1])]
    if len(comments) != 3:
        raise Failed("it has not three branches that each begin with a comment: cards, refusal, failure")
    for index, report in zip(comments, REPORTS[language]):
        lines[index] = report
    return "\n".join(lines)


def unit(name, sample, folder, as_=None):
    file = folder / (as_ or name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((UNITS / name).read_text().replace("@SAMPLE@", sample))
    return file


def compiled(run, name=None):
    """The first that a compiler has to say, at the line it has in the sample, and with it the name that is not there."""
    if run.returncode == 0:
        return
    said = (run.stderr + run.stdout).splitlines()
    errors = [index for index, line in enumerate(said) if "error" in line.lower()]
    if not errors:
        raise Failed("does not compile: " + (said[0].strip() if said else f"exit code {run.returncode}"))
    words = [said[errors[0]].strip()]
    words += [line.strip() for line in said[errors[0]:errors[0] + 5] if re.match(r"\s*symbol:", line)]
    text = " ".join(words)
    if name:
        before = (UNITS / name).read_text().split("@SAMPLE@")[0].count("\n")
        text = re.sub(r"^\S*?\.\w+[:(](\d+)(?:,\d+\)|:\d+)?:?", lambda at: f"line {int(at[1]) - before}:", text)
    raise Failed(f"does not compile: {text}")


def says(command, gateway, token, words):
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    try:
        run = subprocess.run([*command, gateway, token], capture_output=True, text=True, timeout=60, env=environment)
    except subprocess.TimeoutExpired:
        raise Failed(f"gave no answer where {words!r} was due") from None
    if words not in run.stdout or len(run.stdout.splitlines()) != 1:
        raise Failed(f"said {(run.stdout + run.stderr).strip()[:300]!r} where {words!r} was due")


def port(folder):
    """The classes of the Java port."""
    compiled(javac(folder / "java", JAVA / "main", JAVA / "jvm"))
    return folder / "java"


def java(folder):
    out = port(folder)

    def build(sample, name):
        unit("Unit.java", sample, folder / name)
        compiled(javac(folder / name / "out", folder / name, more=["-cp", str(out)]), "Unit.java")
        return ["java", f"-Djava.util.prefs.userRoot={folder}", "-cp", f"{out}:{folder / name / 'out'}", "Unit"]

    return build


def kotlin(folder):
    out = port(folder)

    def build(sample, name):
        file = unit("Unit.kt", sample, folder / name)
        compiled(kotlinc(out, folder / name / "unit.jar", file), "Unit.kt")
        return ["java", f"-Djava.util.prefs.userRoot={folder}", "-cp", f"{out}:{folder / name / 'unit.jar'}", "UnitKt"]

    return build


def objective_c(folder):
    def build(sample, name):
        file = unit("unit.m", sample, folder / name)
        # The documentation's blocks do not look at all that they are given.
        compiled(objc(file, "-Wno-unused-parameter", "-o", folder / name / "unit"), "unit.m")
        return [folder / name / "unit"]

    return build


def swift(folder):
    def build(sample, name):
        file = unit("unit.swift", sample, folder / name, as_="main.swift")
        compiled(swiftc(file, folder / name / "unit"), "unit.swift")
        return [folder / name / "unit"]

    return build


def react_native(folder):
    def build(sample, name):
        file = unit("unit.ts", sample, folder / name)
        for host in ["react-native", "node"]:
            compiled(tsc(file, folder / name, host), "unit.ts")
        return ["node", folder / name / "unit.js"]

    return build


def run(language, builds, sample, folder, gateway, token):
    build = builds(folder)
    build(sample, "printed")
    command = build(running(language, sample), "running")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        says(command, gateway, token, "cards 1")
        says(command, gateway, "nonsense", "refused 9040")
        says(command, nowhere, "nobody", f"failed {UNREACHABLE}")
    return "ok"


def run_dart(sample, folder):
    """Without a Dart SDK: it is Dart, and each name and argument count it uses is there."""
    problem = dart.problem(sample, ROOT / "Bindings/Flutter/lib")
    if problem:
        raise Failed(problem)
    if not shutil.which("dart"):
        return "parses"
    unit("unit.dart", running("dart", sample), folder)
    packages = [("pgw_sdk", ROOT / "Bindings/Flutter"), ("flutter", UNITS / "flutter")]
    (folder / "packages.json").write_text(json.dumps({"configVersion": 2, "packages": [
        {"name": name, "rootUri": path.as_uri(), "packageUri": "lib/", "languageVersion": "3.0"} for name, path in packages]}))
    command = ["dart", "run", f"--packages={folder / 'packages.json'}", folder / "unit.dart"]
    for token, words in [("good", "cards 1"), ("nonsense", "refused 9040"), ("nobody", f"failed PlatformException(5, {UNREACHABLE}")]:
        says(command, "http://127.0.0.1", token, words)
    return "ok"


LANGUAGES = {"java": java, "kotlin": kotlin, "objc": objective_c, "swift": swift, "react-native": react_native, "dart": None}


def check(samples, languages=tuple(LANGUAGES), tell=print):
    """Whether every sample does what it should; tells a line a language."""
    isFine = True
    with contextlib.ExitStack() as stack:
        temporary = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        gateway = stack.enter_context(sandbox())
        token = mint(gateway)
        for language in languages:
            folder = temporary / language
            folder.mkdir()
            try:
                file = samples / f"{language}.txt"
                if not file.exists():
                    raise Failed(f"{file} is not there")
                sample = file.read_text().rstrip("\n")
                builds = LANGUAGES[language]
                tell(language, run(language, builds, sample, folder, gateway.address, token) if builds else run_dart(sample, folder))
            except Failed as problem:
                isFine = False
                tell(f"{language}:", problem)
    return isFine


if __name__ == "__main__":
    sys.exit(0 if check(pathlib.Path(sys.argv[1]), tell=lambda *words: print(*words, flush=True)) else 1)
