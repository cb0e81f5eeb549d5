"""JWE in JWS: joserfc and jwcrypto agree with the gateway, in both directions, over customer token maintenance."""

import json

import joserfc.errors
import joserfc.jwe
import joserfc.jws
import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from joserfc.jwk import RSAKey
from jwcrypto import jwe as jwcrypto_jwe
from jwcrypto import jwk as jwcrypto_jwk
from jwcrypto import jws as jwcrypto_jws

PRIVATE = RSAKey.generate_key(2048)


class Joserfc:
    @staticmethod
    def seal(text, to, algorithm, inner, outer):
        encrypted = joserfc.jwe.encrypt_compact(
            {"alg": algorithm, "enc": "A256GCM", **inner}, text, RSAKey.import_key(to), algorithms=[algorithm, "A256GCM"])
        return joserfc.jws.serialize_compact({"alg": "PS256", **outer}, encrypted, PRIVATE, algorithms=["PS256"])

    @staticmethod
    def open(sealed, by):
        signed = joserfc.jws.deserialize_compact(sealed, RSAKey.import_key(by), algorithms=["PS256"])
        opened = joserfc.jwe.decrypt_compact(
            signed.payload.decode(), PRIVATE, algorithms=["RSA-OAEP", "RSA-OAEP-256", "A256GCM"])
        return opened.plaintext, opened.protected


class Jwcrypto:
    private = jwcrypto_jwk.JWK(**PRIVATE.as_dict(private=True))

    @staticmethod
    def seal(text, to, algorithm, inner, outer):
        header = json.dumps({"alg": algorithm, "enc": "A256GCM", **inner})
        encrypted = jwcrypto_jwe.JWE(text, header, recipient=jwcrypto_jwk.JWK(**to))
        signed = jwcrypto_jws.JWS(encrypted.serialize(compact=True))
        signed.add_signature(Jwcrypto.private, alg="PS256", protected=json.dumps({"alg": "PS256", **outer}))
        return signed.serialize(compact=True)

    @staticmethod
    def open(sealed, by):
        signed = jwcrypto_jws.JWS()
        signed.deserialize(sealed, jwcrypto_jwk.JWK(**by), alg="PS256")
        opened = jwcrypto_jwe.JWE()
        opened.deserialize(signed.payload.decode(), Jwcrypto.private)
        return opened.payload, opened.jose_header


LIBRARIES = [Joserfc, Jwcrypto]
HEADERS = [({}, {}), ({"typ": "JWT"}, {"typ": "JWT"}), ({"typ": "JWE"}, {"typ": "JWT"}), ({"cty": "json"}, {})]


@pytest.fixture(scope="module")
def key(gateway):
    """The merchant's public key is handed over; the gateway's comes back."""
    public = PRIVATE.as_pem(private=False).decode()
    assert gateway.post("/sandbox/keys", {"merchantID": "JT04", "publicKey": public}).json()["keyID"] == PRIVATE.thumbprint()
    return requests.get(gateway.address + "/.well-known/jwks.json", timeout=10).json()["keys"][0]


def call(gateway, action, text):
    path = f"{gateway.address}/customertoken/3.0/CustomerToken/{action}"
    return requests.post(path, data=text, headers={"Content-Type": "text/plain"}, timeout=10).text


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("algorithm", ["RSA-OAEP", "RSA-OAEP-256"])
@pytest.mark.parametrize("inner,outer", HEADERS)
def test_a_card_is_stored_by_what_they_seal_and_they_open_the_answer(gateway, key, library, algorithm, inner, outer):
    request = {
        "merchantID": "JT04", "tokenProvider": "CC", "accountNo": "4111111111111111", "name": "สมชาย Jaidee",
        "expiry": "2031-05-12",
    }
    answer = call(gateway, "add", library.seal(json.dumps(request).encode(), key, algorithm, inner, outer))
    for judge in LIBRARIES:
        text, header = judge.open(answer, key)
        result = json.loads(text)
        assert result["responseCode"] == "0000" and result["accountNo"] == "411111XXXXXX1111", result
        assert header["alg"] == algorithm and header["enc"] == "A256GCM"
    named = json.dumps({"merchantID": "JT04", "token": result["token"]}).encode()
    text, _ = library.open(call(gateway, "get", library.seal(named, key, algorithm, inner, outer)), key)
    assert json.loads(text)["name"] == "สมชาย Jaidee"
    text, _ = library.open(call(gateway, "delete", library.seal(named, key, algorithm, inner, outer)), key)
    assert json.loads(text) == {
        "merchantID": "JT04", "token": result["token"], "responseCode": "0000", "responseDesc": "Success"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_answer_is_refused_by_them_once_it_is_changed(gateway, key, library):
    named = json.dumps({"merchantID": "JT04", "token": "x"}).encode()
    head, body, signature = call(gateway, "get", library.seal(named, key, "RSA-OAEP", {}, {})).split(".")
    for changed in [f"{head}.{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}", f"{head}.{body[:-4]}.{signature}"]:
        with pytest.raises((joserfc.errors.JoseError, jwcrypto_jws.InvalidJWSSignature, ValueError)):
            library.open(changed, key)


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_sealed_otherwise_is_refused_by_the_gateway(gateway, key, library):
    named = json.dumps({"merchantID": "JT04", "token": "x"}).encode()
    stranger = RSAKey.generate_key(2048).as_dict(private=False)
    assert json.loads(call(gateway, "get", library.seal(named, stranger, "RSA-OAEP", {}, {})))["responseCode"] == "9900"
    other = json.dumps({"merchantID": "JT05", "token": "x"}).encode()
    assert json.loads(call(gateway, "get", library.seal(other, key, "RSA-OAEP", {}, {})))["responseCode"] == "9042"


def test_the_certificate_is_one_and_holds_the_key(gateway, key):
    pem = requests.get(gateway.address + "/.well-known/certificates.pem", timeout=10).content
    certificate = x509.load_pem_x509_certificate(pem)
    public = certificate.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    assert RSAKey.import_key(public).thumbprint() == key["kid"] == RSAKey.import_key(key).thumbprint()
    certificate.verify_directly_issued_by(certificate)
