"""JWS: joserfc and jwcrypto agree with the gateway and with the merchant's library, in both directions."""

import http.server
import json
import os
import subprocess
import threading

import joserfc.errors
import pytest
from gateway import BINARY
from joserfc import jws as joserfc_jws
from joserfc.jwk import OctKey
from jwcrypto import jwk as jwcrypto_jwk
from jwcrypto import jws as jwcrypto_jws
from jwcrypto.common import base64url_encode


class Joserfc:
    @staticmethod
    def sign(payload, secret, header):
        return joserfc_jws.serialize_compact(header, payload, OctKey.import_key(secret))

    @staticmethod
    def verify(token, secret):
        return joserfc_jws.deserialize_compact(token, OctKey.import_key(secret), algorithms=["HS256"]).payload


class Jwcrypto:
    @staticmethod
    def key(secret):
        return jwcrypto_jwk.JWK(kty="oct", k=base64url_encode(secret))

    @staticmethod
    def sign(payload, secret, header):
        token = jwcrypto_jws.JWS(payload)
        token.add_signature(Jwcrypto.key(secret), alg="HS256", protected=json.dumps(header))
        return token.serialize(compact=True)

    @staticmethod
    def verify(token, secret):
        message = jwcrypto_jws.JWS()
        message.deserialize(token, Jwcrypto.key(secret), alg="HS256")
        return message.payload


LIBRARIES = [Joserfc, Jwcrypto]
HEADERS = [{"alg": "HS256"}, {"alg": "HS256", "typ": "JWT"}, {"typ": "JWT", "alg": "HS256"}]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("description", ["item 1", "สินค้า ๑", "😀 \\ \" / \t".replace("\t", " "), "x" * 255])
def test_the_gateway_takes_what_they_sign_and_they_verify_its_answer(gateway, claims, library, header, description):
    secret = gateway.secrets["JT04"]
    claims["description"] = description
    answer = gateway.post("/payment/4.3/paymentToken", {"payload": library.sign(json.dumps(claims).encode(), secret, header)})
    assert answer.status_code == 200
    for judge in LIBRARIES:
        result = json.loads(judge.verify(answer.json()["payload"], secret))
        assert result["respCode"] == "0000"
        assert len(result["paymentToken"]) == 128


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_answer_is_refused_by_them_once_it_is_changed(gateway, claims, library):
    secret = gateway.secrets["JT04"]
    payload = library.sign(json.dumps(claims).encode(), secret, {"alg": "HS256"})
    token = gateway.post("/payment/4.3/paymentToken", {"payload": payload}).json()["payload"]
    head, body, mac = token.split(".")
    for changed in [f"{head}.{body}.{'A' if mac[0] != 'A' else 'B'}{mac[1:]}", f"{head}.{body[:-4]}.{mac}"]:
        with pytest.raises((joserfc.errors.JoseError, jwcrypto_jws.InvalidJWSSignature, ValueError)):
            library.verify(changed, secret)
    with pytest.raises((joserfc.errors.JoseError, jwcrypto_jws.InvalidJWSSignature)):
        library.verify(token, gateway.secrets["JT01"])


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_secret_is_refused_by_the_gateway(gateway, claims, library):
    payload = library.sign(json.dumps(claims).encode(), gateway.secrets["JT01"], {"alg": "HS256"})
    assert gateway.post("/payment/4.3/paymentToken", {"payload": payload}).json()["respCode"] == "9042"


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_merchants_library_signs_what_they_verify_and_believes_what_they_sign(library, claims):
    """A gateway of another make, in Python: it verifies our request and signs its answer."""
    secret = b"0123456789ABCDEF0123456789ABCDEF"
    seen = []

    class OtherGateway(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append(json.loads(library.verify(body["payload"], secret)))
            result = {"webPaymentUrl": "https://x/#/token/t", "paymentToken": "t", "respCode": "0000", "respDesc": "Success"}
            answer = json.dumps({"payload": library.sign(json.dumps(result).encode(), secret, {"alg": "HS256", "typ": "JWT"})})
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), OtherGateway)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    done = subprocess.run(
        [BINARY, "payment-token", "--merchant", "JT04", "--request", "-", "--endpoint", f"http://127.0.0.1:{server.server_port}"],
        input=json.dumps(claims), capture_output=True, text=True, timeout=60,
        env={**os.environ, "OPENPGW_MERCHANT_SECRET": secret.decode()},
    )
    server.shutdown()
    assert (done.returncode, done.stdout) == (0, "t\n"), done.stderr
    assert seen == [claims]
