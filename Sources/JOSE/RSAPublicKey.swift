internal import Crypto
internal import CryptoExtras
public import StrictJSON
internal import SwiftASN1

/// An RSA key that messages are encrypted to, and that its owner's signatures are verified with (RFC 8017).
public struct RSAPublicKey: Sendable {
    /// The size of the modulus.
    public let bits: Int
    /// Names the key: SHA-256 of its JWK, base64url (RFC 7638).
    public let thumbprint: String
    /// X.509 `SubjectPublicKeyInfo`, DER.
    public let der: [UInt8]
    private let modulus: [UInt8]
    private let exponent: [UInt8]
    private let keys: Keys

    /// The library's two views of one key.
    ///
    /// @unchecked: both hold the same immutable BoringSSL key, whose box the library marks `Sendable`; it left the mark off the
    /// struct around it.
    private struct Keys: @unchecked Sendable {
        let signing: _RSA.Signing.PublicKey
        let encryption: _RSA.Encryption.PublicKey
    }

    /// Smaller moduli are refused.
    public static let minimumBits = 2048
    /// Smaller moduli fall short of 128 bits of strength (NIST SP 800-57 part 1): taken, and worth a warning.
    public static let advisedBits = 3072
    /// Larger ones would let one message keep a processor busy.
    static let maximumBits = 4096
    /// Keys one owner can have: a message is tried with each.
    public static let mostKeys = 8

    /// Whether the key is smaller than ``advisedBits``.
    public var isWeak: Bool { bits < Self.advisedBits }

    /// - Parameters:
    ///   - pem: `PUBLIC KEY` (X.509), `RSA PUBLIC KEY` (PKCS #1) or `CERTIFICATE`, the first there is. Of a certificate the
    ///     key is taken; whoever hands it over is trusted, not whoever signed it.
    /// - Throws: ``JOSEError/malformedKey``, ``JOSEError/foreignKey`` or ``JOSEError/weakKey``.
    public init(pem: String) throws(JOSEError) {
        let text = try PEMText(pem)
        guard let block = text.first(Self.labels) else { throw text.problem }
        try self.init(block)
    }

    /// Every key of a text, in their order; at least one.
    ///
    /// - Throws: ``JOSEError/malformedKey`` or ``JOSEError/weakKey``.
    public static func all(pem: String) throws(JOSEError) -> [RSAPublicKey] {
        let text = try PEMText(pem)
        var keys: [RSAPublicKey] = []
        for block in text.blocks where labels.contains(block.label) { keys.append(try RSAPublicKey(block)) }
        guard !keys.isEmpty else { throw text.problem }
        return keys
    }

    /// `X509 CERTIFICATE` is what a certificate was called once (RFC 7468 §5.1).
    private static let labels: Set<String> = ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "X509 CERTIFICATE"]

    private init(_ block: PEMText.Block) throws(JOSEError) {
        do {
            switch block.label {
            case "PUBLIC KEY": try self.init(SubjectPublicKeyInfo(der: block.der))
            case "RSA PUBLIC KEY": try self.init(SubjectPublicKeyInfo(pkcs1: block.der[...]))
            default: try self.init(SubjectPublicKeyInfo(certificate: block.der))
            }
        } catch {
            throw error as? JOSEError ?? .malformedKey
        }
    }

    /// - Parameters:
    ///   - der: X.509 `SubjectPublicKeyInfo`.
    /// - Throws: ``JOSEError/malformedKey`` or ``JOSEError/weakKey``.
    public init(der: [UInt8]) throws(JOSEError) {
        do { try self.init(SubjectPublicKeyInfo(der: der)) } catch { throw error as? JOSEError ?? .malformedKey }
    }

    /// - Parameters:
    ///   - jwk: A JSON Web Key with `kty` `RSA` (RFC 7518 §6.3.1).
    /// - Throws: ``JOSEError/malformedKey`` or ``JOSEError/weakKey``.
    public init(jwk: JSONObject) throws(JOSEError) {
        guard jwk["kty"] == "RSA", let modulus = jwk["n"]?.string.flatMap({ Base64URL.decode(Array($0.utf8)) }),
            let exponent = jwk["e"]?.string.flatMap({ Base64URL.decode(Array($0.utf8)) })
        else { throw .malformedKey }
        try self.init(SubjectPublicKeyInfo(modulus: modulus, exponent: exponent))
    }

    private init(_ info: SubjectPublicKeyInfo) throws(JOSEError) {
        let (modulus, exponent) = (info.modulus, info.exponent)
        guard let first = modulus.first, first != 0 else { throw .malformedKey }
        bits = modulus.count * 8 - first.leadingZeroBitCount
        guard bits >= Self.minimumBits else { throw .weakRSAKey(bits) }
        guard bits <= Self.maximumBits, (1...4).contains(exponent.count), exponent != [1],
            let signing = try? _RSA.Signing.PublicKey(n: modulus, e: exponent),
            let encryption = try? _RSA.Encryption.PublicKey(n: modulus, e: exponent)
        else { throw .malformedKey }
        self.modulus = modulus
        self.exponent = exponent
        keys = Keys(signing: signing, encryption: encryption)
        der = Array(signing.derRepresentation)
        let jwk: JSON = [
            "e": .string(Base64URL.encode(exponent)), "kty": "RSA", "n": .string(Base64URL.encode(modulus)),
        ]
        thumbprint = Base64URL.encode(Array(SHA256.hash(data: jwk.bytes)))
    }

    /// X.509 `SubjectPublicKeyInfo`.
    public var pem: String { PEMDocument(type: "PUBLIC KEY", derBytes: der).pemString + "\n" }

    /// The key as a JSON Web Key, under its thumbprint.
    public var jwk: JSONObject {
        var jwk = JSONObject()
        jwk["kty"] = "RSA"
        jwk["kid"] = .string(thumbprint)
        jwk["n"] = .string(Base64URL.encode(modulus))
        jwk["e"] = .string(Base64URL.encode(exponent))
        return jwk
    }

    // MARK: Stand-ins

    /// A key that nobody has the private half of, for verifying what is refused anyway.
    ///
    /// - Returns: `nil` for a length no key has.
    static func standIn(bytes: Int) -> RSAPublicKey? { standIns[bytes] }

    private static let standIns: [Int: RSAPublicKey] = {
        var standIns: [Int: RSAPublicKey] = [:]
        for bytes in [2048, 3072, 4096].map({ $0 / 8 }) {
            // Any odd number of the length: its factors are unknown to everybody, and nothing verifies under it.
            var modulus = (0..<bytes).map { _ in UInt8.random(in: .min ... .max) }
            modulus[0] |= 0x80
            modulus[bytes - 1] |= 1
            standIns[bytes] = try? RSAPublicKey(SubjectPublicKeyInfo(modulus: modulus, exponent: [1, 0, 1]))
        }
        return standIns
    }()

    // MARK: What it does

    /// `PS256`: RSASSA-PSS with SHA-256, MGF1 of the same and a salt of 32 bytes (RFC 7518 §3.5).
    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        keys.signing.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message), padding: .PSS)
    }

    func encrypt(_ key: [UInt8], _ algorithm: KeyEncryption) throws(JOSEError) -> [UInt8] {
        guard let block = try? keys.encryption.encrypt(key, padding: algorithm.padding) else { throw .malformedKey }
        return Array(block)
    }
}

extension RSAPublicKey: Hashable, CustomStringConvertible {
    public static func == (left: RSAPublicKey, right: RSAPublicKey) -> Bool { left.der == right.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(thumbprint) }
    public var description: String { "RSA-\(bits) \(thumbprint)" }
}

/// How the key of a message is encrypted to its recipient (RFC 7518 §4.3). There is no `RSA1_5`.
public enum KeyEncryption: String, Sendable, CaseIterable {
    /// OAEP with SHA-1 and MGF1 of SHA-1, which the protocol uses. OAEP asks no collision resistance of its hash.
    case rsaOAEP = "RSA-OAEP"
    /// OAEP with SHA-256.
    case rsaOAEP256 = "RSA-OAEP-256"

    var padding: _RSA.Encryption.Padding {
        switch self {
        case .rsaOAEP: .PKCS1_OAEP
        case .rsaOAEP256: .PKCS1_OAEP_SHA256
        }
    }
}
