"""How programs of other languages are compiled against the SDK."""

import json
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
JAVA = ROOT / "Bindings/Java/src"
CCURL = ROOT / "Sources/CCurl/include"
CCRYPTO = ROOT / "Sources/CCrypto/include"
REACT_NATIVE = ROOT / "Bindings/ReactNative"


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


def gnustep(*arguments):
    """Objective-C against a header that is not ours: GNUstep's Foundation stands for Apple's."""
    include = pathlib.Path(shutil.which("swiftc")).resolve().parents[1] / "lib/swift/Block"
    flags = subprocess.run(["gnustep-config", "--objc-flags"], capture_output=True, text=True, check=True).stdout.split()
    return subprocess.run(
        ["clang", *(flag for flag in flags if flag not in ["-MMD", "-MP"]), "-fblocks", "-fobjc-runtime=gcc",
         "-Werror=objc-method-access", "-Werror=objc-property-no-attribute", f"-I{ROOT}/Bindings/ObjectiveC/include", f"-I{include}",
         f"-I{gcc_include()}", *arguments], capture_output=True, text=True)


def gcc_include():
    """Where GCC's Objective-C has its headers."""
    def gcc(option):
        return subprocess.run(["gcc", option], capture_output=True, text=True, check=True).stdout.strip()

    return f"/usr/lib/gcc/{gcc('-dumpmachine')}/{gcc('-dumpversion')}/include"


def node():
    """The addon for Node, where its package looks for it. The C library has to be there."""
    return subprocess.run([ROOT / "Scripts/node"], capture_output=True, text=True)


def tsc(file, out, host="node"):
    """Checks TypeScript as the two hosts see the package, and for Node leaves JavaScript that runs beside it."""
    package = out / "node_modules/@openpgw/react-native"
    if not package.exists():
        package.parent.mkdir(parents=True, exist_ok=True)
        package.symlink_to(REACT_NATIVE)
    options = {"strict": True, "types": [], "lib": ["es2020"], "target": "es2020", "module": "commonjs", "moduleResolution": "node",
               "esModuleInterop": True, "preserveSymlinks": True, "outDir": str(out), "baseUrl": str(out / "node_modules")}
    files = [str(file)]
    if host == "react-native":
        options |= {"noEmit": True, "baseUrl": str(REACT_NATIVE), "paths": {"@openpgw/react-native": ["src/index.ts"]}}
        files.append(str(ROOT / "Tests/Languages/reactnative/react-native.d.ts"))
    project = out / f"tsconfig-{host}.json"
    project.write_text(json.dumps({"compilerOptions": options, "files": files}))
    return subprocess.run(["tsc", "--project", project], capture_output=True, text=True)


def swiftc(file, out, *flags, build=ROOT / ".build/debug"):
    """An app's own code on the PGW of a build, which has to be there."""
    objects = [object_ for name in ["PGW", "PGWWire", "StrictJSON", "Texts", "HTTPTransport", "CCurl", "CCrypto"]
               for object_ in (build / f"{name}.build").glob("*.o") if any((ROOT / "Sources" / name).rglob(object_.stem))]
    return subprocess.run(
        ["swiftc", "-swift-version", "5", *flags, "-I", build / "Modules", "-I", CCURL, "-I", CCRYPTO, file, *objects, "-o", out], capture_output=True, text=True)


def succeeded(run):
    assert run.returncode == 0, run.stdout + run.stderr
