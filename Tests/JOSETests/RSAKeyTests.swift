import CryptoExtras
import Foundation
import StrictJSON
import Testing

@testable import JOSE

/// The same PEM as it comes out of editors, mails, variables and other programs.
private let bentPEM: [@Sendable (String) -> String] = [
    { $0.replacingOccurrences(of: "\n", with: "\r\n") }, { $0.replacingOccurrences(of: "\n", with: "\r") },
    { "\u{FEFF}" + $0 }, { "subject=CN = A Shop\nissuer=CN = A: Shop\n" + $0 + "\nthe end" },
    { $0.split(separator: "\n").map { "  \($0)\t \n\n" }.joined() }, { $0.replacingOccurrences(of: "\n", with: "\\n") },
    { $0.replacingOccurrences(of: "\n", with: " ") }, { $0.replacingOccurrences(of: "=", with: "") },
    { text in
        // Lines of 76 characters, as MIME has them.
        let lines = text.split(separator: "\n")
        let body = Array(lines.dropFirst().dropLast().joined())
        let folded = stride(from: 0, to: body.count, by: 76).map { String(body[$0..<min(body.count, $0 + 76)]) }
        return ([String(lines[0])] + folded + [String(lines[lines.count - 1])]).joined(separator: "\n")
    },
]

@Suite("RSA keys")
struct RSAKeyTests {
    @Test("a key reads back from every form it is written in")
    func forms() throws {
        let key = TestKeys.reader
        #expect(try RSAPrivateKey(pem: key.pem).publicKey == key.publicKey)
        #expect(try RSAPrivateKey(der: key.der).publicKey == key.publicKey)
        #expect(try RSAPublicKey(pem: key.publicKey.pem) == key.publicKey)
        #expect(try RSAPublicKey(der: key.publicKey.der) == key.publicKey)
        #expect(try RSAPublicKey(jwk: key.publicKey.jwk) == key.publicKey)
        #expect(try RSAPublicKey(pem: try key.certificate(name: "A Shop", from: Date())) == key.publicKey)
        #expect(try RSAPublicKey(pem: try key.certificate(name: "A Shop", from: Date(), days: 36_500)) == key.publicKey)
        let pkcs1 = try _RSA.Signing.PrivateKey(pemRepresentation: key.pem)
        #expect(try RSAPrivateKey(pem: pkcs1.pemRepresentation).publicKey == key.publicKey)
        #expect(try RSAPublicKey(pem: pkcs1.publicKey.pkcs1PEMRepresentation) == key.publicKey)
    }

    @Test("several keys read from one text, in their order")
    func several() throws {
        let keys = [TestKeys.reader, TestKeys.writer].map(\.publicKey)
        let text = try keys[0].pem + TestKeys.writer.certificate(name: "x", from: Date())
        #expect(try RSAPublicKey.all(pem: text) == keys)
    }

    @Test("the thumbprint of RFC 7638 §3.1")
    func thumbprint() throws {
        let modulus = """
            0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn\
            64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n\
            91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw
            """
        let jwk: JSON = ["kty": "RSA", "n": .string(modulus), "e": "AQAB"]
        let key = try RSAPublicKey(jwk: jwk.object ?? JSONObject())
        #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(key.bits == 2048)
    }

    @Test("SEC-34 a key under 2048 bits is refused, one under 3072 is called weak", arguments: [1024, 1536, 2040])
    func sec34Weak(_ bits: Int) throws {
        let small = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits))
        #expect(throws: JOSEError.weakKey) { try RSAPrivateKey(pem: small.pkcs8PEMRepresentation) }
        #expect(throws: JOSEError.weakKey) { try RSAPublicKey(pem: small.publicKey.pemRepresentation) }
        #expect(throws: JOSEError.weakKey) { try RSAPrivateKey.generate(bits: bits) }
        #expect(TestKeys.reader.publicKey.isWeak)
        #expect(try !RSAPrivateKey.generate().publicKey.isWeak)
    }

    @Test(
        "what is no RSA key is refused",
        arguments: [
            "", "x", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END CERTIFICATE-----",
            "-----BEGIN PUBLIC KEY-----\nMI!B\n-----END PUBLIC KEY-----", "-----BEGIN ",
        ])
    func malformed(_ pem: String) {
        #expect(throws: JOSEError.malformedKey) { try RSAPublicKey(pem: pem) }
        #expect(throws: JOSEError.malformedKey) { try RSAPrivateKey(pem: pem) }
    }

    @Test(
        "what people take for a public key is named, with what would be right",
        arguments: [
            ("", "empty"), ("\u{FEFF} \r\n", "empty"), (#"{"kty":"RSA","n":"AQAB"}"#, "JWK"),
            ("MIIBIjANBgkq", "BEGIN and END lines"),
            ("ssh-rsa AAAAB3NzaC1yc2E me@host", "ssh-keygen"), ("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "ssh-keygen"),
            ("PuTTY-User-Key-File-3: ssh-rsa", "PuTTY"), ("-----BEGIN PUBLIC KEY-----\nMIIB", "is cut"),
            ("-----BEGIN ", "is cut"),
            ("-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----", "openssl req -pubkey"),
            ("-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----", "openssl pkcs7"),
            ("-----BEGIN PUBLIC KEY-----\nMI!B\n-----END PUBLIC KEY-----", "not base64"), ("a key", "X.509"),
            (String(repeating: "A", count: 1 << 19), "256 kB"),
        ])
    func taken(_ text: String, _ words: String) {
        #expect { try RSAPublicKey(pem: text) } throws: { error in
            error as? JOSEError == .malformedKey && "\(error)".contains(words) && !"\(error)".contains("AAAA")
        }
        #expect { try RSAPublicKey.all(pem: text) } throws: { "\($0)".contains(words) }
    }

    @Test("an RSA key as ssh-keygen writes it is not called a key of another kind")
    func openSSH() {
        let text = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"
        #expect { try RSAPrivateKey(pem: text) } throws: { "\($0)".contains("ssh-keygen -p -m PEM") }
    }

    @Test("a key that is too short says how short, and what its own kind takes")
    func tooShort() throws {
        let small = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1024))
        #expect {
            try RSAPublicKey(pem: small.publicKey.pemRepresentation)
        } throws: {
            "\($0)" == "the key is too short: 1024 bits, and RSA takes 2048 or more"
        }
        #expect {
            try HMACKey(secret: "0123456789")
        } throws: {
            "\($0)" == "the key is too short: 10 bytes, and HS256 takes 32 or more"
        }
    }

    @Test("a key of another algorithm, and one with a password, are said to be that")
    func others() {
        let elliptic = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
            q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
            -----END PUBLIC KEY-----
            """
        #expect(throws: JOSEError.foreignKey) { try RSAPublicKey(pem: elliptic) }
        for (label, error) in [("EC PRIVATE KEY", JOSEError.foreignKey), ("ENCRYPTED PRIVATE KEY", .encryptedKey)] {
            #expect(throws: error) { try RSAPrivateKey(pem: "-----BEGIN \(label)-----\nMIIB\n-----END \(label)-----") }
        }
        let old =
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,AB\n\nMIIB\n-----END RSA PRIVATE KEY-----"
        #expect(throws: JOSEError.encryptedKey) { try RSAPrivateKey(pem: old) }
    }

    @Test("PEM is read as people have it (RFC 7468 §2)", arguments: bentPEM.indices)
    func lax(_ index: Int) throws {
        let (key, bent) = (TestKeys.reader, bentPEM[index])
        let certificate = try key.certificate(name: "A Shop", from: Date())
        let other = try TestKeys.writer.certificate(name: "CA", from: Date())
        #expect(try RSAPublicKey(pem: bent(key.publicKey.pem)) == key.publicKey)
        #expect(try RSAPublicKey(pem: bent(certificate)) == key.publicKey)
        #expect(try RSAPrivateKey(pem: bent(key.pem)).publicKey == key.publicKey)
        // A chain: the first is whose it is. Key and certificate in one file, in either order.
        #expect(try RSAPublicKey(pem: bent(certificate) + bent(other)) == key.publicKey)
        for text in [bent(certificate) + bent(key.pem), bent(key.pem) + bent(certificate)] {
            #expect(try RSAPrivateKey(pem: text).publicKey == key.publicKey)
        }
    }

    @Test("a public key cut anywhere, or with any byte changed, is another key or none, and never a crash")
    func damaged() throws {
        let der = TestKeys.reader.publicKey.der
        for length in 0..<der.count { #expect(throws: JOSEError.self) { try RSAPublicKey(der: Array(der[..<length])) } }
        for index in der.indices {
            var other = der
            other[index] ^= 0x81
            if let key = try? RSAPublicKey(der: other) { #expect(key != TestKeys.reader.publicKey) }
        }
        #expect(throws: JOSEError.malformedKey) { try RSAPublicKey(der: der + [0]) }
    }

    @Test("a public exponent of one, an even modulus, or numbers of another shape are refused")
    func numbers() throws {
        let jwk = TestKeys.reader.publicKey.jwk
        for (name, value): (String, JSON) in [
            ("e", "AQ"), ("e", ""), ("e", "AQABAQABAQAB"), ("e", "Ag"), ("n", ""), ("n", "AAAA"), ("n", 3), ("kty", "EC"),
            ("e", .null),
        ] {
            var changed = jwk
            changed[name] = value
            #expect(throws: JOSEError.self, "\(name)") { try RSAPublicKey(jwk: changed) }
        }
    }

    @Test("a private key prints nothing of itself")
    func silent() {
        let key = TestKeys.reader
        for text in ["\(key)", String(reflecting: key), "\(Mirror(reflecting: key).children.map { "\($0)" })"] {
            #expect(!text.contains("BEGIN"))
            #expect(text.count < 200)
        }
    }
}
