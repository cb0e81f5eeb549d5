internal import Foundation
internal import StrictJSON

#if canImport(CryptoKit)
internal import CryptoKit
internal import Security
#elseif os(Linux)
internal import CCrypto
#endif

/// A key of a gateway's, to which card data is encrypted: RSA of 2,048 to 8,192 bits (RFC 7518 §6.3.1).
struct PublicKey: Sendable, Equatable {
    /// Big-endian, without zeros in front.
    private let modulus: [UInt8]
    private let exponent: [UInt8]

    /// - Parameter jwk: One of `/.well-known/jwks.json`.
    /// - Returns: `nil` for one that nothing is encrypted to.
    init?(jwk: JSON) {
        guard let object = jwk.object, object["kty"]?.string == "RSA", object["use"]?.string ?? "enc" == "enc",
            ["RSA-OAEP-256", "RSA-OAEP"].contains(object["alg"]?.string ?? "RSA-OAEP-256"),
            let modulus = object["n"]?.string.flatMap(Self.bytes), let exponent = object["e"]?.string.flatMap(Self.bytes),
            (256...1024).contains(modulus.count), (1...8).contains(exponent.count), modulus.last.map({ $0 & 1 == 1 }) == true,
            exponent.last.map({ $0 & 1 == 1 }) == true,
            // With an exponent of 1 what is encrypted is what was.
            exponent != [1]
        else { return nil }
        self.modulus = modulus
        self.exponent = exponent
    }

    /// A compact JWE of `RSA-OAEP-256` and `A256GCM` (RFC 7516 §7.1).
    ///
    /// - Returns: `nil` where this system cannot encrypt.
    func encrypted(_ plaintext: [UInt8]) -> String? {
        let header = Self.text(Array(#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#.utf8))
        let contentKey = Self.random(32)
        let nonce = Self.random(12)
        guard let sealedKey = Self.rsaOAEP256(contentKey, to: pkcs1, modulus.count),
            let (sealed, tag) = Self.aes256GCM(plaintext, contentKey, nonce, authenticating: Array(header.utf8))
        else { return nil }
        return ([header] + [sealedKey, nonce, sealed, tag].map(Self.text)).joined(separator: ".")
    }

    /// SHA-256 in base64url; `nil` where this system cannot.
    static func hash(_ text: String) -> String? { sha256(Array(text.utf8)).map(Self.text) }

    // MARK: Forms

    /// RSAPublicKey (RFC 8017 A.1.1), in DER.
    private var pkcs1: [UInt8] {
        func wrapped(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            let count = bytes.count
            let length: [UInt8] =
                count < 0x80
                ? [UInt8(count)] : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
            return [tag] + length + bytes
        }
        func integer(_ bytes: [UInt8]) -> [UInt8] { wrapped(0x02, (bytes[0] >= 0x80 ? [0] : []) + bytes) }
        return wrapped(0x30, integer(modulus) + integer(exponent))
    }

    private static func bytes(_ base64URL: String) -> [UInt8]? {
        guard base64URL.utf8.allSatisfy({ !"+/=".utf8.contains($0) }), base64URL.utf8.count % 4 != 1 else { return nil }
        let base64 = base64URL.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        return Data(base64Encoded: base64 + padding).map { Array($0.drop { $0 == 0 }) }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// Of the system's generator, which is one for keys.
    private static func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }
}

// MARK: The system's cryptography

#if canImport(CryptoKit)
extension PublicKey {
    fileprivate static func sha256(_ bytes: [UInt8]) -> [UInt8]? { Array(SHA256.hash(data: bytes)) }

    fileprivate static func rsaOAEP256(_ bytes: [UInt8], to pkcs1: [UInt8], _ size: Int) -> [UInt8]? {
        let attributes = [kSecAttrKeyType: kSecAttrKeyTypeRSA, kSecAttrKeyClass: kSecAttrKeyClassPublic] as CFDictionary
        guard let key = SecKeyCreateWithData(Data(pkcs1) as CFData, attributes, nil),
            let sealed = SecKeyCreateEncryptedData(key, .rsaEncryptionOAEPSHA256, Data(bytes) as CFData, nil)
        else { return nil }
        return Array(sealed as Data)
    }

    fileprivate static func aes256GCM(
        _ bytes: [UInt8], _ key: [UInt8], _ nonce: [UInt8], authenticating: [UInt8]
    ) -> (sealed: [UInt8], tag: [UInt8])? {
        guard let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(bytes, using: SymmetricKey(data: key), nonce: nonce, authenticating: authenticating)
        else { return nil }
        return (Array(box.ciphertext), Array(box.tag))
    }
}
#elseif os(Linux)
extension PublicKey {
    fileprivate static func sha256(_ bytes: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: 32)
        return ccrypto_sha256(bytes, bytes.count, &digest) == 1 ? digest : nil
    }

    fileprivate static func rsaOAEP256(_ bytes: [UInt8], to pkcs1: [UInt8], _ size: Int) -> [UInt8]? {
        var sealed = [UInt8](repeating: 0, count: size)
        var size = size
        guard ccrypto_rsa_oaep_256(pkcs1, pkcs1.count, bytes, bytes.count, &sealed, &size) == 1 else { return nil }
        return Array(sealed.prefix(size))
    }

    fileprivate static func aes256GCM(
        _ bytes: [UInt8], _ key: [UInt8], _ nonce: [UInt8], authenticating: [UInt8]
    ) -> (sealed: [UInt8], tag: [UInt8])? {
        var (sealed, tag) = ([UInt8](repeating: 0, count: bytes.count), [UInt8](repeating: 0, count: 16))
        let isSealed = ccrypto_aes_256_gcm(
            key, nonce, authenticating, authenticating.count, bytes, bytes.count, &sealed, &tag)
        return isSealed == 1 ? (sealed, tag) : nil
    }
}
#else
extension PublicKey {
    fileprivate static func sha256(_ bytes: [UInt8]) -> [UInt8]? { nil }
    fileprivate static func rsaOAEP256(_ bytes: [UInt8], to pkcs1: [UInt8], _ size: Int) -> [UInt8]? { nil }
    fileprivate static func aes256GCM(
        _ bytes: [UInt8], _ key: [UInt8], _ nonce: [UInt8], authenticating: [UInt8]
    ) -> (sealed: [UInt8], tag: [UInt8])? { nil }
}
#endif
