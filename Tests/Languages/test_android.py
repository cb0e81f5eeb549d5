"""The Java port as an Android app builds it, against stand-ins of Android's classes."""

import re
import subprocess

from compilers import JAVA, ROOT, javac, succeeded
from vectors import ANSWERS, give


def test_callbacks_run_on_the_main_thread_and_the_client_id_is_kept(stub, tmp_path):
    built = javac(tmp_path, JAVA / "main", JAVA / "android", ROOT / "Tests/Languages/android")
    succeeded(built)
    give(stub, ANSWERS[0])
    run = subprocess.run(["java", "-cp", tmp_path, "AndroidApp", stub.address], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    configuration, first, second, kept = run.stdout.splitlines()
    assert configuration == "Sandbox https://sandbox-pgw.2c2p.com, locale none, log off"
    assert first == second == "main true"
    assert re.fullmatch("[0-9A-F]{32}", kept)
    assert stub.asked() == {"paymentToken": "tok", "clientID": kept, "locale": "en"}
    assert stub.requests[0][2] == stub.requests[1][2]
