"""Samples as a documentation prints them: each compiles and runs, and a change of one of our names would show."""

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


def test_a_folder_without_samples_is_named(tmp_path):
    isFine, said = checked(tmp_path, ["java"], None)
    assert not isFine and said == [f"java: {tmp_path}/java.txt is not there"]
