import Crypto
import Foundation
import StrictJSON
import Testing

@testable import JOSE

private let payload = Array("a message".utf8)

private func forge(_ header: String, by key: RSAPrivateKey = TestKeys.writer) throws -> String {
    let input = Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(payload)
    return input + "." + Base64URL.encode(try key.sign(Array(input.utf8)))
}

private func failure(_ text: String, _ keys: [RSAPublicKey] = [TestKeys.writer.publicKey]) -> JOSEError? {
    do throws(JOSEError) { _ = try CompactJWS(text).verified(by: keys) } catch { return error }
    return nil
}

@Suite("Compact JWS, PS256, and messages sealed in both")
struct PS256Tests {
    @Test("a signature verifies under its key, whichever of several that is, and under no other")
    func roundTrip() throws {
        let text = try CompactJWS.sign(payload, with: TestKeys.writer)
        let jws = try CompactJWS(text)
        #expect(try jws.verified(by: [TestKeys.stranger.publicKey, TestKeys.writer.publicKey]) == TestKeys.writer.publicKey)
        #expect(jws.unverifiedPayload == payload)
        #expect(failure(text, [TestKeys.stranger.publicKey]) == .badSignature)
        #expect(failure(text, []) == .badSignature)
    }

    @Test(
        "SEC-24 any alg but PS256 is refused over a right signature",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":""}"#, "{}", #"{"alg":"HS256"}"#, #"{"alg":"RS256"}"#,
            #"{"alg":"PS384"}"#, #"{"alg":"ps256"}"#, #"{"alg":["PS256"]}"#, #"{"alg":null}"#,
        ])
    func sec24Algorithms(_ header: String) throws { #expect(failure(try forge(header)) == .wrongAlgorithm) }

    @Test("SEC-25 a message under HS256 with the public key's PEM as secret does not verify, nor the other way")
    func sec25Confusion() throws {
        let pem = TestKeys.writer.publicKey.pem
        let mac = CompactJWS.sign(payload, with: try HMACKey(secret: pem))
        #expect(failure(mac) == .wrongAlgorithm)
        let signed = try CompactJWS(try CompactJWS.sign(payload, with: TestKeys.writer))
        #expect(throws: JOSEError.wrongAlgorithm) { try signed.verified(by: try HMACKey(secret: pem)) }
    }

    @Test(
        "SEC-26 headers that change the reading or bring a key are refused",
        arguments: [
            #""crit":["exp"]"#, #""b64":false"#, #""zip":"DEF""#, #""jku":"x""#, #""jwk":{}"#, #""x5u":"x""#, #""x5c":[]"#,
            #""enc":"A256GCM""#,
        ])
    func sec26Headers(_ member: String) throws {
        let name = try #require(member.split(separator: "\"").first).description
        #expect(failure(try forge(#"{"alg":"PS256",\#(member)}"#)) == .forbiddenHeader(name))
    }

    @Test("the headers merchants are known to send are taken")
    func knownHeaders() throws {
        for more in [
            "", #","typ":"JWT""#, #","typ":"JOSE""#, #","kid":"\#(TestKeys.writer.publicKey.thumbprint)""#, #","kid":"another""#,
            #","kid":null"#, #","x5t":"x","x5t#S256":"y","cty":"JWE""#, #","typ":"at+jwt""#,
        ] {
            #expect(failure(try forge(#"{"alg":"PS256"\#(more)}"#)) == nil)
        }
    }

    @Test("SEC-27 a signature with any bit changed, cut, lengthened or spelt otherwise is refused")
    func sec27Damaged() throws {
        let text = try CompactJWS.sign(payload, with: TestKeys.writer)
        let parts = text.split(separator: ".").map(String.init)
        let signature = Base64URL.decode(Array(parts[2].utf8)) ?? []
        for index in stride(from: 0, to: signature.count, by: 5) {
            var other = signature
            other[index] ^= 0x10
            #expect(failure("\(parts[0]).\(parts[1]).\(Base64URL.encode(other))") == .badSignature)
        }
        #expect(failure("\(parts[0]).\(parts[1]).\(Base64URL.encode(Array(signature.dropLast())))") == .badSignature)
        #expect(failure("\(parts[0]).\(parts[1]).\(Base64URL.encode(signature + [0]))") == .badSignature)
        #expect(failure("\(parts[0]).\(parts[1]).") == .badSignature)
        #expect(failure(text + "==") == .malformed)
    }

    @Test("a sealed message says who wrote it and to whom")
    func sealed() throws {
        let text = try SealedMessage.seal(payload, to: TestKeys.reader.publicKey, signedBy: TestKeys.writer, .rsaOAEP256)
        let message = try SealedMessage(text, to: [TestKeys.reader])
        #expect(message.unverifiedPlaintext == payload)
        #expect(message.algorithm == .rsaOAEP256)
        #expect(try message.verified(by: [TestKeys.writer.publicKey]) == TestKeys.writer.publicKey)
        #expect(throws: JOSEError.badSignature) { try message.verified(by: [TestKeys.stranger.publicKey]) }
        #expect(throws: JOSEError.undecryptable) { try SealedMessage(text, to: [TestKeys.stranger]) }
        #expect(throws: JOSEError.malformed) { try SealedMessage("x", to: [TestKeys.reader]) }
        // Signed, and not encrypted.
        let bare = try CompactJWS.sign(payload, with: TestKeys.writer)
        #expect(throws: JOSEError.undecryptable) { try SealedMessage(bare, to: [TestKeys.reader]) }
    }
}
