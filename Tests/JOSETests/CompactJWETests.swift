import Crypto
import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import JOSE

private let text = Array(#"{"merchantID":"JT04","accountNo":"4111111111111111"}"#.utf8)

/// A JWE with any header and any parts at all.
private func forge(
    header: String = #"{"alg":"RSA-OAEP","enc":"A256GCM"}"#, to key: RSAPublicKey = TestKeys.reader.publicKey,
    contentKey: [UInt8]? = nil, algorithm: KeyEncryption = .rsaOAEP, nonceLength: Int = 12
) throws -> String {
    let cek = contentKey ?? SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
    let protected = Base64URL.encode(Array(header.utf8))
    let nonce = [UInt8](repeating: 7, count: nonceLength)
    let box = try AES.GCM.seal(
        text, using: SymmetricKey(data: cek), nonce: try AES.GCM.Nonce(data: nonce), authenticating: Array(protected.utf8))
    let parts = [try key.encrypt(cek, algorithm), nonce, Array(box.ciphertext), Array(box.tag)].map(Base64URL.encode)
    return ([protected] + parts).joined(separator: ".")
}

private func failure(_ message: String, _ keys: [RSAPrivateKey] = [TestKeys.reader]) -> JOSEError? {
    do throws(JOSEError) { _ = try CompactJWE.decrypt(Array(message.utf8), by: keys) } catch { return error }
    return nil
}

@Suite("Compact JWE, RSA-OAEP and A256GCM")
struct CompactJWETests {
    @Test("a message opens with its reader's key, whichever of several that is", arguments: KeyEncryption.allCases)
    func roundTrip(_ algorithm: KeyEncryption) throws {
        let message = try CompactJWE.encrypt(text, to: TestKeys.reader.publicKey, algorithm)
        let opened = try CompactJWE.decrypt(Array(message.utf8), by: [TestKeys.stranger, TestKeys.reader])
        #expect(opened.plaintext == text)
        #expect(opened.key.publicKey == TestKeys.reader.publicKey)
        #expect(opened.algorithm == algorithm)
        #expect(try CompactJWE.encrypt(text, to: TestKeys.reader.publicKey, algorithm) != message)
    }

    @Test("RFC 7516 A.1")
    func rfc7516() throws {
        let key = try RSAPrivateKey(pem: RSAVectors.keyOfRFC7516A1)
        let opened = try CompactJWE.decrypt(Array(RSAVectors.messageOfRFC7516A1.utf8), by: [key])
        #expect(opened.plaintext == Array("The true sign of intelligence is not knowledge but imagination.".utf8))
    }

    @Test("RFC 7520 §5.2")
    func rfc7520() throws {
        let key = try RSAPrivateKey(pem: RSAVectors.keyOfRFC7520)
        let opened = try CompactJWE.decrypt(Array(RSAVectors.messageOfRFC7520.utf8), by: [key])
        let words = """
            You can trust us to stick with you through thick and thin–to the bitter end. And you can trust us to keep any secret \
            of yours–closer than you keep it yourself. But you cannot trust us to let you face trouble alone, and go off without \
            a word. We are your friends, Frodo.
            """
        #expect(String(decoding: opened.plaintext, as: UTF8.self) == words)
    }

    @Test("a header may say typ, cty, kid, and what nobody here understands")
    func headers() throws {
        for more in [
            #","typ":"JWE""#, #","typ":"JWT""#, #","cty":"JWT""#, #","kid":"any""#, #","kid":7"#, #","typ":"at+jwt""#,
            #","x5t":"x","x5t#S256":"y""#, #","x-of-theirs":1"#,
        ] {
            #expect(failure(try forge(header: #"{"alg":"RSA-OAEP","enc":"A256GCM"\#(more)}"#)) == nil, "\(more)")
        }
    }

    @Test(
        "SEC-24 SEC-26 SEC-36 a wrong header over a right message is the one error",
        arguments: [
            #"{"alg":"RSA1_5","enc":"A256GCM"}"#, #"{"alg":"none","enc":"A256GCM"}"#, #"{"alg":"dir","enc":"A256GCM"}"#,
            #"{"alg":"rsa-oaep","enc":"A256GCM"}"#, #"{"alg":["RSA-OAEP"],"enc":"A256GCM"}"#, #"{"alg":null,"enc":"A256GCM"}"#,
            #"{"enc":"A256GCM"}"#, #"{"alg":"RSA-OAEP"}"#, #"{"alg":"RSA-OAEP","enc":"A128GCM"}"#,
            #"{"alg":"RSA-OAEP","enc":"A256CBC-HS512"}"#, #"{"alg":"RSA-OAEP-512","enc":"A256GCM"}"#,
        ])
    func sec24sec26sec36WrongHeaders(_ header: String) throws {
        #expect(failure(try forge(header: header)) == .undecryptable)
    }

    @Test(
        "SEC-26 a header that changes the reading or brings a key is named, of a message that opens",
        arguments: [
            #""zip":"DEF""#, #""crit":["exp"]"#, #""b64":false"#, #""jwk":{}"#, #""jku":"x""#, #""x5c":[]"#, #""x5u":"x""#,
            #""epk":{}"#,
        ])
    func sec26ForbiddenHeaders(_ member: String) throws {
        let name = try #require(member.split(separator: "\"").first).description
        #expect(failure(try forge(header: #"{"alg":"RSA-OAEP","enc":"A256GCM",\#(member)}"#)) == .forbiddenHeader(name))
    }

    @Test("SEC-36 SEC-37 every way a message can be wrong is the same error")
    func sec36sec37OneError() throws {
        let good = try forge().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        func with(_ index: Int, _ part: String) -> String {
            var parts = good
            parts[index] = part
            return parts.joined(separator: ".")
        }
        func flipped(_ part: String) -> String {
            let bytes = Base64URL.decode(Array(part.utf8)) ?? []
            return Base64URL.encode([bytes[0] ^ 1] + bytes.dropFirst())
        }
        var wrong = (1...4).map { with($0, flipped(good[$0])) }
        wrong += (0...4).map { with($0, "") }
        wrong += [
            good.dropLast().joined(separator: "."), (good + ["x"]).joined(separator: "."), "", ".", "....", "a.b.c.d.e",
            with(1, String(good[1].dropLast(4))), with(1, good[1] + "AAAA"), with(3, good[3] + "AA"),
            with(4, String(good[4].dropLast(2))),
            good.joined(separator: ".") + "=", " " + good.joined(separator: "."),
            // Of another reader; a content key of another length; another hash in the padding than the header says.
            try forge(to: TestKeys.stranger.publicKey), try forge(contentKey: [UInt8](repeating: 1, count: 16)),
            try forge(contentKey: [UInt8](repeating: 1, count: 24)), try forge(algorithm: .rsaOAEP256),
            try forge(nonceLength: 16),
            // A number larger than the modulus in place of the encrypted key.
            with(1, Base64URL.encode([UInt8](repeating: 0xFF, count: 256))),
            with(1, Base64URL.encode([UInt8](repeating: 0, count: 256))),
        ]
        for message in wrong { #expect(failure(message) == .undecryptable, "\(message.prefix(60))") }
        #expect(failure(good.joined(separator: ".")) == nil)
    }

    @Test("SEC-27 SEC-28 a message that is not in its canonical form, or too long, does not open")
    func sec27sec28Canonical() throws {
        let message = try forge()
        let limit = message.utf8.count
        #expect(throws: JOSEError.undecryptable) {
            try CompactJWE.decrypt(Array(message.utf8), by: [TestKeys.reader], limit: limit - 1)
        }
        #expect(try CompactJWE.decrypt(Array(message.utf8), by: [TestKeys.reader], limit: limit).plaintext == text)
        #expect(failure(try forge(header: #"{"alg":"RSA-OAEP","enc":"A256GCM","alg":"RSA-OAEP"}"#)) == .undecryptable)
        #expect(failure(message.replacing(".", with: ".\n", maxReplacements: 1)) == .undecryptable)
    }

    @Test("SEC-05 no error repeats what is inside")
    func sec05Silent() throws {
        let error = try #require(failure(try forge(to: TestKeys.stranger.publicKey)))
        #expect(CardNumberLeaks.scan("\(error)", in: "error").isEmpty)
    }

    @Test("SEC-36 a wrong padding, a wrong tag, a wrong algorithm and no JWE at all take the same time")
    func sec36Time() throws {
        let good = try forge().split(separator: ".").map(String.init)
        let tag = Base64URL.encode([UInt8](repeating: 9, count: 16))
        let wrong: [(name: String, message: [UInt8])] = [
            ("tag", Array((good.dropLast() + [tag]).joined(separator: ".").utf8)),
            ("padding", Array(try forge(algorithm: .rsaOAEP256).utf8)),
            ("length", Array(try forge(contentKey: [UInt8](repeating: 1, count: 16)).utf8)),
            ("algorithm", Array(try forge(header: #"{"alg":"RSA1_5","enc":"A256GCM"}"#).utf8)),
            ("block", Array((good[..<1] + ["AAAA"] + good[2...]).joined(separator: ".").utf8)),
            ("nothing", Array("nothing".utf8)),
        ]
        func time(_ message: [UInt8]) -> Double {
            let start = ContinuousClock.now
            _ = try? CompactJWE.decrypt(message, by: [TestKeys.reader])
            return (ContinuousClock.now - start) / .microseconds(1)
        }
        for (_, message) in wrong { _ = time(message) }
        // In turns, so that whatever else the machine does falls on all of them alike; the fastest of many is the work itself.
        var fastest = [Double](repeating: .infinity, count: wrong.count)
        for _ in 0..<200 {
            for (index, entry) in wrong.enumerated() { fastest[index] = min(fastest[index], time(entry.message)) }
        }
        let report = zip(wrong, fastest).map { "\($0.name) \(Int($1)) µs" }.joined(separator: ", ")
        print("SEC-36 fastest of 200: \(report)")
        // A private operation takes hundreds of microseconds: whoever skipped it would stand out by far more than this.
        let (least, most) = (fastest.min() ?? 0, fastest.max() ?? 0)
        #expect(most < least * 1.5, "\(report)")
    }
}
