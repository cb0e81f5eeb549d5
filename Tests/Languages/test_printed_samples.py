"""Samples as a documentation prints them: each compiles and runs, and a change of one of our names would show."""

import re
import subprocess

import pytest
from compilers import ROOT
from printed_samples import LANGUAGES, check

OURS = ROOT / "Tests/Languages/samples"
#: Where the documentation's own are at hand, beside this checkout.
PRINTED = ROOT.parent / "shared/samples"


def checked(folder, languages, addon):
    said = []
    return check(folder, languages, tell=lambda *words: said.append(" ".join(map(str, words)))), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_compiles_and_runs(addon, language):
    isFine, said = checked(OURS, [language], addon)
    assert isFine and said[0] in [f"{language} ok", "dart parses"], said


@pytest.mark.skipif(not PRINTED.exists(), reason="the printed samples are not beside this checkout")
def test_the_printed_ones_compile_and_run():
    run = subprocess.run([ROOT / "Scripts/printed-samples", PRINTED], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert [line for line in run.stdout.splitlines() if not line.startswith("dart")] == [
        f"{language} ok" for language in LANGUAGES if language != "dart"]
    assert run.stdout.splitlines()[-1] in ["dart parses", "dart ok"]


@pytest.mark.parametrize(("language", "right", "wrong"), [
    ("java", "onFailure", "onError"), ("java", "getResponseCode", "getRespCode"), ("java", "APISuccess", "Success"),
    ("kotlin", "responseCode", "respCode"), ("kotlin", "CustomerTokenInfoRequest(", "CustomerTokensInfoRequest("),
    ("objc", "initWithPaymentToken", "initWithToken"), ("objc", "} failure:", "} error:"), ("objc", "APISuccess", "ApiSuccess"),
    ("swift", "customerTokenInfoRequest:", "request:"), ("swift", "NSError", "String"),
    ("react-native", "customerTokenInfo(", "cardTokenInfo("), ("react-native", "'paymentToken'", "'token'"),
    ("react-native", "apiSuccess", "APISuccess"), ("react-native", ".responseCode", ".respCode"),
    ("dart", "customerTokenInfo", "cardTokenInfo"), ("dart", "'paymentToken'", "'token'"), ("dart", "apiSuccess", "APISuccess"),
])
def test_a_name_that_is_not_ours_fails(addon, tmp_path, language, right, wrong):
    text = (OURS / f"{language}.txt").read_text()
    assert right in text
    (tmp_path / f"{language}.txt").write_text(text.replace(right, wrong))
    isFine, said = checked(tmp_path, [language], addon)
    assert not isFine and said[0].startswith(f"{language}: "), said
    # What is misspelt or missed, or that it is the arguments; and the line in the sample, for whoever looks for it there.
    if language != "react-native":
        assert any(re.search(r"\w+", name)[0] in said[0] for name in [right, wrong]) or "arguments" in said[0], said
    if "does not compile" in said[0]:
        line = int(re.search(r"does not compile: line (\d+)", said[0])[1])
        assert 0 < line <= len(text.splitlines()), said


def test_what_is_misspelt_is_named_with_its_line_in_the_sample(addon, tmp_path):
    text = (OURS / "java.txt").read_text().replace("getResponseCode", "getRespCode")
    (tmp_path / "java.txt").write_text(text)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "getRespCode" in line)
    assert checked(tmp_path, ["java"], addon) == (
        False, [f"java: does not compile: line {line}: error: cannot find symbol symbol:   method getRespCode()"])


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["Tests"], ["Tests", "Tests"]])
def test_what_is_no_folder_is_named_before_anything_is_built(arguments):
    run = subprocess.run([ROOT / "Scripts/printed-samples", *arguments], capture_output=True, text=True, timeout=10)
    assert run.returncode == 2 and "usage" in run.stderr and (arguments != ["nowhere"] or "no folder nowhere" in run.stderr)
    assert arguments != ["Tests"] or "no sample in Tests" in run.stderr


def test_a_comment_elsewhere_is_no_branch(addon, tmp_path):
    (tmp_path / "java.txt").write_text("// First.\n" + (OURS / "java.txt").read_text() + "// The end.\n// Really.\n")
    assert checked(tmp_path, ["java"], addon) == (True, ["java ok"])


def test_a_folder_without_samples_is_named(tmp_path):
    isFine, said = checked(tmp_path, ["java"], None)
    assert not isFine and said == [f"java: {tmp_path}/java.txt is not there"]
