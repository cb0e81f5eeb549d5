"""The Flutter plugin. No Dart ran here: its syntax and names are checked, and that the other ends of its channel know what it says."""

import json
import re
import subprocess

import dart
import pytest
from compilers import CCRYPTO, CCURL, JAVA, ROOT, javac, succeeded
from vectors import ANSWERS, KEYS, LOWER_CODES, PAYMENTS, give

FLUTTER = ROOT / "Bindings/Flutter"
STANDINS = ROOT / "Tests/Languages/flutter"
DELEGATE = (FLUTTER / "lib/core/pgw_sdk_delegate.dart").read_text()
CHANNEL = re.search(r"MethodChannel\('([\w.]+)'\)", DELEGATE)[1]
METHODS = dict(re.findall(r"_call\('(\w+)', (\w+),", DELEGATE))


@pytest.mark.parametrize("file", sorted(FLUTTER.rglob("*.dart")), ids=lambda file: file.name)
def test_it_is_dart(file):
    assert dart.errors(file.read_text()) == []


def test_it_is_little():
    # A call is words and a line that hands it on. Constants are written by Scripts/bindings.
    assert len(DELEGATE.splitlines()) < 8 * len(METHODS)


def test_constants_are_those_of_the_swift_sdk():
    assert dart.constants((FLUTTER / "lib/enum/api_response_code.dart").read_text()) == LOWER_CODES
    assert dart.constants((FLUTTER / "lib/enum/api_environment.dart").read_text()) == {
        "production": "Production", "productionIndonesia": "ProductionIndonesia", "sandbox": "Sandbox"}


SAMPLE = """
PGWSDK().customerTokenInfo({'paymentToken': 't'}, (response) {
  if (response['responseCode'] == APIResponseCode.apiSuccess) {}
}, (error) {});
"""


@pytest.mark.parametrize(("right", "wrong", "words"), [
    ("", "", None), ("(response) {", "(response {", "is not Dart"), ("customerTokenInfo(", "customerTokensInfo(", "customerTokensInfo"),
    (", (error) {}", "", "2 arguments"), ("apiSuccess", "apiSucces", "apiSucces"), ("'responseCode'", "'respCode'", "respCode"),
    ("'paymentToken'", "'token'", "token"), ("PGWSDK()", "PGWSdk()", "PGWSdk"),
])
def test_what_is_wrong_with_a_sample_is_said(right, wrong, words):
    problem = dart.problem(SAMPLE.replace(right, wrong) if right else SAMPLE, FLUTTER / "lib")
    assert problem is None if words is None else words in problem


def test_the_android_end_understands_all_that_dart_says(stub, tmp_path):
    assert set(METHODS) == {"initialize", "clientId", "configuration", "customerTokenInfo", *[vector["call"] for vector in PAYMENTS]}
    succeeded(javac(
        tmp_path, JAVA / "main", JAVA / "android", ROOT / "Tests/Languages/android/android", STANDINS / "java",
        FLUTTER / "android/src/main/java"))
    give(stub, ANSWERS[0])
    calls = ["clientId", 'customerTokenInfo {"paymentToken":"tok"}', 'initialize {"apiEnvironment":"sandbox"}', "initialize",
             f'initialize {{"apiEnvironment":"{stub.address}","clientId":"client"}}', "clientId", "configuration",
             'customerTokenInfo {"paymentToken":"tok"}', "customerTokenInfo {", "other", "systemInitialization {}"]
    run = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-cp", tmp_path, "FlutterApp", CHANNEL], input="\n".join(calls) + "\n",
        capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    said = run.stdout.splitlines()
    assert said[0] == "success "
    assert said[1].startswith("error 1 ") and said[2].startswith("error 10 ") and said[3].startswith("error 2 ")
    assert said[4] == said[6] and json.loads(said[6].removeprefix("success "))["gateway"] == stub.address
    assert said[5] == "success client"
    assert json.loads(said[7].removeprefix("success ")) == ANSWERS[0]["response"]
    assert said[8].startswith("error 10 ") and said[9] == "notImplemented"
    assert json.loads(said[10].removeprefix("success "))["initialization"] == {"locales": []}
    assert list(json.loads(said[7].removeprefix("success "))["customerTokens"][0]) == KEYS


def test_the_ios_end_is_swift_and_understands_all_that_dart_says(tmp_path):
    plugin = FLUTTER / "ios/pgw_sdk/Sources/pgw_sdk/PgwSdkPlugin.swift"
    text = plugin.read_text()
    known = set(re.findall(r'case "(\w+)":', text)) | set(re.findall(r'"(\w+)"', re.search(r"calls: Set<String> = \[(.*?)\]", text, re.S)[1]))
    assert known == set(METHODS) and f'name: "{CHANNEL}"' in text
    succeeded(subprocess.run(
        ["swiftc", "-emit-module", "-module-name", "Flutter", "-parse-as-library", STANDINS / "swift/Flutter.swift",
         "-emit-module-path", tmp_path / "Flutter.swiftmodule"], capture_output=True, text=True, cwd=tmp_path))
    command = ["swiftc", "-typecheck", "-swift-version", "5", "-parse-as-library", "-I", tmp_path, "-I", ROOT / ".build/debug/Modules", "-I", CCURL, "-I", CCRYPTO]
    succeeded(subprocess.run([*command, plugin], capture_output=True, text=True))
    (tmp_path / "Wrong.swift").write_text(text.replace("pgwConfiguration()", "pgwConfigurations()"))
    assert subprocess.run([*command, tmp_path / "Wrong.swift"], capture_output=True, text=True).returncode != 0
