"""A sandbox gateway for the length of the session and what its merchants know; a stub that is told what to answer; the SDK in other languages."""

import os
import subprocess

import pytest
from compilers import JAVA, ROOT, javac, node, objc, succeeded
from gateway import example, mint as minted, sandbox
from host import Host
from stub import Stub

# Before anything loads the C library: the Swift runtime is to leave the host's signals alone.
os.environ["SWIFT_BACKTRACE"] = "enable=no"


@pytest.fixture(scope="session")
def gateway():
    with sandbox() as gateway:
        yield gateway


@pytest.fixture
def claims():
    return example()


@pytest.fixture
def mint(gateway, claims):
    """Mints a payment token, as a merchant's backend does."""
    return lambda: minted(gateway, claims)


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.close()


@pytest.fixture(scope="session")
def library():
    """The folder that `make library` fills."""
    built = subprocess.run([ROOT / "Scripts/library"], capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return ROOT / ".build/library"


@pytest.fixture(scope="session")
def classes(tmp_path_factory):
    """The Java port for every JVM, and a program that has it at the end of a pipe."""
    out = tmp_path_factory.mktemp("classes")
    succeeded(javac(out, JAVA / "main", JAVA / "jvm", ROOT / "Tests/Languages/java"))
    return out


def jvm(classes, home, program):
    return Host(
        ["java", f"-Djava.util.prefs.userRoot={home}", "-Dfile.encoding=UTF-8", "-cp", classes, program], home / "errors")


@pytest.fixture(scope="session")
def java(classes, tmp_path_factory):
    host = jvm(classes, tmp_path_factory.mktemp("java"), "Harness")
    yield host
    host.end()


@pytest.fixture(scope="session")
def objective_c(library, tmp_path_factory):
    out = tmp_path_factory.mktemp("objc")
    succeeded(objc(ROOT / "Tests/Languages/objc/Harness.m", "-o", out / "harness"))
    host = Host([out / "harness"], out / "errors")
    yield host
    host.end()


@pytest.fixture(scope="session")
def addon(library):
    """The addon of Bindings/ReactNative."""
    succeeded(node())
    return ROOT / "Bindings/ReactNative"


@pytest.fixture(scope="session")
def javascript(addon, tmp_path_factory):
    host = Host(["node", ROOT / "Tests/Languages/node/harness.js"], tmp_path_factory.mktemp("node") / "errors")
    yield host
    host.end()


@pytest.fixture(scope="session")
def bridge(classes, tmp_path_factory):
    """The Java port as React Native and Flutter use it: texts go in, texts come out."""
    host = jvm(classes, tmp_path_factory.mktemp("bridge"), "BridgeHarness")
    yield host
    host.end()
