"""The halves of the React Native package that no React Native builds here: against stand-ins for what they use of it."""

import json
import re
import subprocess

import pytest
from compilers import JAVA, REACT_NATIVE, ROOT, gnustep, javac, succeeded, tsc
from vectors import ANSWERS, give

STANDINS = ROOT / "Tests/Languages/reactnative"


@pytest.fixture(scope="session")
def spec():
    """The methods of src/NativeRTNPGW.ts, and whether each takes a text."""
    text = (REACT_NATIVE / "src/NativeRTNPGW.ts").read_text()
    found = re.findall(r"^  (\w+)\((?:\w+: (string))?\): Promise<string>;", text, flags=re.M)
    assert len(found) == 14
    return {name: bool(argument) for name, argument in found}


def test_the_spec_and_the_package_are_typescript(tmp_path):
    (tmp_path / "app.ts").write_text(
        "import RTNPGW, { APIEnvironment, APIResponseCode } from '@openpgw/react-native';\n"
        "export const all: Promise<string>[] = [RTNPGW.initialize(APIEnvironment.sandbox), RTNPGW.clientId(), RTNPGW.configuration(),\n"
        "  RTNPGW.customerTokenInfo(APIResponseCode.apiSuccess)];\n")
    succeeded(tsc(tmp_path / "app.ts", tmp_path, "react-native"))


def test_the_package_names_what_it_has():
    package = json.loads((REACT_NATIVE / "package.json").read_text())
    entry = package["exports"]["."]
    for path in [package["main"], package["types"], package["react-native"], package["source"], *entry.values(), *package["files"]]:
        assert (REACT_NATIVE / path).exists(), path
    codegen = package["codegenConfig"]
    assert (codegen["name"], codegen["type"]) == ("RTNPGWSpec", "modules")
    assert any((REACT_NATIVE / codegen["jsSrcsDir"]).glob("Native*.ts"))
    module = (REACT_NATIVE / "android/src/main/java/org/openpgw/reactnative/RTNPGWModule.java").read_text()
    assert f"package {codegen['android']['javaPackageName']};" in module
    assert codegen["ios"]["modulesProvider"] == {"RTNPGW": "RTNPGW"}
    assert "getEnforcing<Spec>('RTNPGW')" in (REACT_NATIVE / "src/NativeRTNPGW.ts").read_text()


def test_the_android_half_answers_each_promise_once(spec, stub, tmp_path):
    generated = (STANDINS / "java/org/openpgw/reactnative/NativeRTNPGWSpec.java").read_text()
    assert dict((name, bool(argument)) for name, argument in re.findall(
        r"abstract void (\w+)\((String \w+, )?Promise promise\)", generated)) == spec
    succeeded(javac(
        tmp_path, JAVA / "main", JAVA / "android", ROOT / "Tests/Languages/android/android", STANDINS / "java",
        REACT_NATIVE / "android/src/main/java"))
    give(stub, ANSWERS[0])
    run = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-cp", tmp_path, "org.openpgw.reactnative.App", stub.address],
        capture_output=True, text=True, timeout=120)
    module, early, refused, initialised, client, configuration, cards = run.stdout.splitlines()
    assert module == "RTNPGW true true"
    assert early == "rejected 1 Call initialize before any other call. {detail=}"
    assert refused == "rejected 10 The request cannot be read. {detail=apiEnvironment is missing}"
    assert initialised == configuration and json.loads(configuration.removeprefix("resolved "))["gateway"] == stub.address
    assert client == "resolved client"
    assert json.loads(cards.removeprefix("resolved ")) == ANSWERS[0]["response"]
    assert stub.asked() == {"paymentToken": "tok", "clientID": "client"}


def test_the_ios_half_is_objective_c_of_the_spec(spec, tmp_path):
    source = REACT_NATIVE / "ios/RTNPGW.mm"
    for name, takesText in spec.items():
        selector = f"{name}:(NSString *)" if takesText else f"{name}:(RCTPromiseResolveBlock)resolve"
        assert f"- (void){selector}" in source.read_text()
    # The C functions it calls are those of the header.
    header = re.sub(r"\s+", " ", (ROOT / "Bindings/C/openpgw.h").read_text())
    for name in re.findall(r"\b(pgw_\w+)\(", source.read_text()):
        assert f"{name}(" in header
    # This runtime has no ARC; the casts that are ARC's say nothing without it.
    flags = ["-std=c++17", "-fsyntax-only", "-Werror=objc-method-access", "-Werror=protocol", f"-I{STANDINS}/objc",
             "-Dnullable=", f"-I{ROOT}/Bindings/C"]
    succeeded(gnustep(*flags, source))
    (tmp_path / "RTNPGW.h").write_text((REACT_NATIVE / "ios/RTNPGW.h").read_text())
    (tmp_path / "wrong.mm").write_text(source.read_text().replace("customerTokenInfo:(NSString", "customerTokenInfos:(NSString"))
    assert gnustep(*flags, tmp_path / "wrong.mm").returncode != 0
