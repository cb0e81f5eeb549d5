"""What the documents say of the tests: a filter that finds none would be green."""

import functools
import re
import subprocess

import pytest
from compilers import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("Documentation/**/*.md"), *ROOT.glob("Sources/*/*.docc/**/*.md")]
FILTER = re.compile(r"swift test ((?:--package-path (\S+) )?)--filter\s+('[^']+'|[\w./\\\[\]-]+)")


def filters():
    for document in DOCUMENTS:
        for match in FILTER.finditer(document.read_text()):
            yield document.name, match[2] or ".", match[3].strip("'")


@functools.cache
def listed(package):
    """Module.Suite/function(), a line each, as `--filter` is matched against."""
    output = subprocess.run(
        ["swift", "test", "--package-path", package, "--skip-build", "--ignore-lock", "list"], cwd=ROOT, capture_output=True, text=True, check=True)
    return output.stdout.splitlines()


def test_there_are_filters():
    assert len(set(filters())) > 4


@pytest.mark.parametrize("document, package, pattern", sorted(set(filters())))
def test_a_documented_filter_finds_tests(document, package, pattern):
    assert any(re.search(pattern, test) for test in listed(package))


NAMED = re.compile(r'@Test\(\s*"((?:SEC-\d\d[, ]+)+)')


def test_the_security_tests_have_names_that_a_filter_finds():
    found = 0
    for source in [*ROOT.glob("Tests/**/*.swift"), *ROOT.glob("Gateway/Tests/**/*.swift")]:
        text = source.read_text()
        for match in NAMED.finditer(text):
            function = re.search(r"func (\w+)", text[match.end():])[1]
            for number in re.findall(r"\d\d", match[1]):
                assert f"sec{number}" in function, f"{source.name}: {function}"
            found += 1
    assert found > 100
