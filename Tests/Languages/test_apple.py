"""Objective-C on Apple's systems, as far as Linux can prove: the header that Swift itself writes of Sources/PGW/ObjectiveC.swift.

It was never linked or run on Apple's systems here.
"""

import re
import subprocess

import pytest
from compilers import ROOT, gnustep, succeeded

APPLE = ROOT / "Tests/Languages/apple"


@pytest.fixture(scope="session")
def header(tmp_path_factory):
    """PGW-Swift.h, written by the Swift compiler with a stand-in for Foundation."""
    out = tmp_path_factory.mktemp("apple")
    frontend = ["swiftc", "-frontend", "-enable-objc-interop", "-disable-objc-attr-requires-foundation-module", "-parse-as-library"]
    succeeded(subprocess.run(
        [*frontend, "-emit-module", "-module-name", "Foundation", APPLE / "Foundation/Foundation.swift",
         "-o", out / "Foundation.swiftmodule"], capture_output=True, text=True))
    succeeded(subprocess.run(
        [*frontend, "-typecheck", "-DOPENPGW_OBJC_HEADER", "-module-name", "PGW", "-I", out, APPLE / "Shapes.swift",
         APPLE / "PaymentShapes.swift", ROOT / "Sources/PGW/ObjectiveC.swift", ROOT / "Sources/PGW/Payments/ObjectiveC+payments.swift",
         "-emit-objc-header-path", out / "PGW-Swift.h"], capture_output=True, text=True))
    return out / "PGW-Swift.h"


def surface(text):
    """Classes, and of each its super class, its selectors and its properties, from a header of either kind."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S)
    text = text.replace("SWIFT_CLASS_PROPERTY(", "")
    text = re.sub(r"SWIFT_\w+(\(.*?\))?|_Nonnull|_Nullable|__attribute__\(\(.*?\)\)|\{[^}]*\}(?=\n[+@-])", " ", text)
    classes = {}
    for name, parent, body in re.findall(r"@interface (\w+) (?:: (\w+)|\([\w ]*\))(.*?)@end", text, flags=re.S):
        # A category's stand with those of its class.
        parent, members = (parent, set()) if parent else classes[name]
        for line in re.findall(r"^[+-] [^;]*;", body, flags=re.M):
            kind, declaration = line[0], re.sub(r"\((?:[^()]|\([^()]*\))*\)", " ", line[1:-1])
            parts = re.findall(r"(\w+)\s*:", declaration)
            members.add(kind + ("".join(part + ":" for part in parts) or declaration.split()[0]))
        for attributes, declaration in re.findall(r"@property\s*(\([^)]*\))?([^;]*);", body):
            isClass = "class" in re.findall(r"\w+", attributes)
            isReadOnly = "readonly" in attributes
            words = ["class"] * isClass + ["readonly"] * isReadOnly + re.findall(r"\w+", declaration)[-1:]
            members.add("@" + " ".join(words))
        # Swift writes the getter of a class's property, too.
        getters = {"+" + member.split()[-1] for member in members if member.startswith("@class")}
        # So are the ways to make one that it has from its super class.
        inherited = classes.get(parent, (None, set()))[1] if parent.endswith("Request") else set()
        classes[name] = (parent, members - getters - inherited - {"-init", "+new"})
    return classes


def test_apple_and_linux_have_the_same_classes_and_selectors(header):
    linux = surface("".join((ROOT / "Bindings/ObjectiveC/PGW" / name).read_text() for name in ["PGW.h", "PGWPayments.h"]))
    apple = surface(header.read_text())
    assert len(linux) == 106 and set(linux) == set(apple)
    for name in linux:
        assert linux[name] == apple[name], name


def test_the_environments_have_the_documented_numbers(header):
    numbers = re.findall(r"(APIEnvironment\w+) = (\d)", header.read_text())
    assert numbers == [("APIEnvironmentProduction", "0"), ("APIEnvironmentProductionIndonesia", "1"), ("APIEnvironmentSandbox", "2")]


def test_code_for_linux_is_code_for_apple(header, tmp_path):
    text = (ROOT / "Examples/ObjectiveC/Cards.m").read_text().replace("<PGW/PGW.h>", f'"{header}"')
    (tmp_path / "cards.m").write_text(text)
    succeeded(gnustep("-fsyntax-only", tmp_path / "cards.m"))
    (tmp_path / "wrong.m").write_text(text.replace("initWithPaymentToken:", "initWithToken:"))
    assert gnustep("-fsyntax-only", tmp_path / "wrong.m").returncode != 0
