"""The package of Bindings/ReactNative in Node, and its types."""

import json
import shutil
import subprocess

import pytest
from compilers import REACT_NATIVE, ROOT, succeeded, tsc
from vectors import ANSWERS, LOWER_CODES, NO_REQUESTS, NO_SETUPS, give, packed


@pytest.fixture
def asked(javascript, stub):
    javascript.say("initialize", stub.address)
    give(stub, ANSWERS[0])
    return stub


@pytest.mark.parametrize(("request_", "code"), NO_REQUESTS)
def test_what_is_no_request_has_a_code_and_is_not_sent(javascript, asked, request_, code):
    assert javascript.say(*(["null"] if request_ is None else ["text", *packed(request_)]))[0] == code
    assert asked.requests == []


@pytest.mark.parametrize(("setup", "code"), [(setup, code) for setup, code in NO_SETUPS if setup is not None])
def test_a_set_up_that_is_none_leaves_the_one_there_was(javascript, asked, setup, code):
    assert javascript.say("setup", *packed(setup))[0] == code
    assert javascript.ask()[0] == 0


def test_constants_are_those_of_the_swift_sdk(addon):
    found = json.loads(subprocess.run(
        ["node", "-p", f"JSON.stringify(require({str(REACT_NATIVE / 'constants.js')!r}))"], capture_output=True, text=True, check=True).stdout)
    assert found["APIResponseCode"] == LOWER_CODES
    assert found["APIEnvironment"] == {
        "production": "Production", "productionIndonesia": "ProductionIndonesia", "sandbox": "Sandbox"}
    types = (REACT_NATIVE / "constants.d.ts").read_text()
    for name, value in [*found["APIResponseCode"].items(), *found["APIEnvironment"].items()]:
        assert f"readonly {name}: '{value}';" in types


def test_modules_of_both_kinds_find_the_same(addon, tmp_path):
    (tmp_path / "node_modules/@openpgw").mkdir(parents=True)
    (tmp_path / "node_modules/@openpgw/react-native").symlink_to(addon)
    (tmp_path / "a.mjs").write_text(
        "import RTNPGW, { APIEnvironment, APIResponseCode } from '@openpgw/react-native';\n"
        "import { createRequire } from 'module';\n"
        "const other = createRequire(import.meta.url)('@openpgw/react-native');\n"
        "console.log(RTNPGW === other.default, APIResponseCode === other.APIResponseCode, APIEnvironment.sandbox);\n"
        "console.log(await RTNPGW.configuration(), /^[0-9A-F]{32}$/.test(await RTNPGW.clientId()));\n")
    run = subprocess.run(["node", tmp_path / "a.mjs"], capture_output=True, text=True, timeout=60)
    assert run.stdout == "true true Sandbox\n{} true\n", run.stdout + run.stderr


def test_node_ends_by_itself_and_amid_a_call(addon, stub):
    give(stub, ANSWERS[0])
    program = (
        f"const {{ default: pgw }} = require({str(REACT_NATIVE / 'node')!r});\n"
        f"pgw.initialize(JSON.stringify({{ apiEnvironment: {stub.address!r} }}));\n"
        "pgw.customerTokenInfo('{\"paymentToken\":\"tok\"}').then((text) => console.log(JSON.parse(text).responseCode));\n")
    # An answer is waited for, with nothing else that keeps the program alive.
    run = subprocess.run(["node", "-e", program], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout) == (0, "0000\n"), run.stderr
    # One that leaves does not wait, and does not crash when the answer comes.
    stub.delay = 0.2
    for wait in [0, 150, 200, 250]:
        run = subprocess.run(["node", "-e", f"{program}setTimeout(() => process.exit(3), {wait});"], capture_output=True, text=True, timeout=60)
        assert run.returncode == 3, run.stderr


WORKERS = """
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');
const { default: pgw } = require(ADDON);
if (isMainThread) {
  // The addon is in this thread, too, or in the workers alone; each ends by itself, by process.exit, or is ended, amid its calls.
  (async () => {
    let answered = 0;
    for (let count = 0; count < 60; count++) {
      const worker = new Worker(__filename, { workerData: { how: count % 3, wait: count } });
      if (count % 3 === 0) worker.on('message', () => setTimeout(() => worker.terminate(), count));
      else worker.on('message', (message) => (answered += message.answered ?? 0));
      await new Promise((done) => worker.on('exit', done));
    }
    console.log(answered >= 20 * 40 ? 'ok' : answered);
  })();
} else {
  pgw.initialize(JSON.stringify({ apiEnvironment: ADDRESS })).then(async () => {
    const calls = Array.from({ length: 40 }, () => pgw.customerTokenInfo('{"paymentToken":"tok"}'));
    parentPort.postMessage({});
    if (workerData.how === 1) setTimeout(() => process.exit(3), workerData.wait);
    parentPort.postMessage({ answered: (await Promise.all(calls)).length });
  });
}
"""


def test_a_worker_may_end_or_be_ended_amid_its_calls(addon, stub, tmp_path):
    give(stub, ANSWERS[0])
    stub.delay = 0.03
    (tmp_path / "workers.js").write_text(
        WORKERS.replace("ADDON", repr(str(REACT_NATIVE / "node"))).replace("ADDRESS", repr(stub.address)))
    run = subprocess.run(["node", tmp_path / "workers.js"], capture_output=True, text=True, timeout=300)
    assert (run.returncode, run.stdout) == (0, "ok\n"), run.stdout + run.stderr


def test_a_zero_does_not_end_a_text(javascript, asked):
    assert javascript.say("text", *packed('{"paymentToken":"tok"}\0x'))[0] == 10
    assert asked.requests == []


@pytest.fixture(scope="session")
def example(addon, tmp_path_factory):
    """Examples/Node, beside a package that was installed."""
    out = tmp_path_factory.mktemp("example")
    succeeded(tsc(ROOT / "Examples/Node/cards.ts", out))
    return out / "cards.js"


def test_the_example_lists_cards_and_says_why_not(example, gateway, mint):
    for arguments, status, words in [
        ([gateway.address, mint()], 0, "VISA 411111XXXXXX1111 A"), ([gateway.address, "nonsense"], 1, "9040"),
        (["http://127.0.0.1:1", "x"], 1, "The payment gateway cannot be reached."), ([], 2, "usage"),
        (["localhost:8080", "x"], 1, "http://"),
    ]:
        run = subprocess.run(["node", example, *arguments], capture_output=True, text=True, timeout=120)
        assert run.returncode == status and words in run.stdout, run.stdout + run.stderr


@pytest.mark.parametrize("host", ["node", "react-native"])
@pytest.mark.parametrize(("right", "wrong"), [
    ("RTNPGW.customerTokenInfo", "RTNPGW.customerTokenInfos"), ("APIResponseCode.apiSuccess", "APIResponseCode.apiSucces"),
    ("JSON.stringify({ paymentToken", "({ paymentToken"),
])
def test_a_name_that_is_misspelt_does_not_compile(addon, tmp_path, host, right, wrong):
    text = (ROOT / "Examples/Node/cards.ts").read_text()
    assert text.count(right) == 1
    (tmp_path / "right.ts").write_text(text)
    succeeded(tsc(tmp_path / "right.ts", tmp_path, host))
    (tmp_path / "wrong.ts").write_text(text.replace(right, wrong))
    assert tsc(tmp_path / "wrong.ts", tmp_path, host).returncode != 0


def test_a_call_after_a_set_up_that_was_refused_says_why(addon):
    program = (
        f"const {{ default: pgw }} = require({str(REACT_NATIVE / 'node')!r});\n"
        "pgw.initialize('{\"apiEnvironment\":\"Sandbx\"}').catch(() => pgw.customerTokenInfo('{\"paymentToken\":\"tok\"}'))\n"
        "  .catch((error) => console.log(error.code, error.message, error.userInfo.detail));\n")
    run = subprocess.run(["node", "-e", program], capture_output=True, text=True, timeout=60)
    assert run.stdout.startswith("1 Call initialize before any other call. It was refused: "), run.stdout + run.stderr
    assert "apiEnvironment is not one of Production" in run.stdout


def test_a_package_without_its_addon_says_what_makes_it(tmp_path):
    package = tmp_path / "Bindings/ReactNative"
    shutil.copytree(REACT_NATIVE, package, ignore=shutil.ignore_patterns("*.node"))
    run = subprocess.run(["node", "-e", f"require({str(package)!r})"], capture_output=True, text=True, timeout=60)
    assert run.returncode != 0 and f"not built: make library && Scripts/node, in {tmp_path}." in run.stderr, run.stderr
