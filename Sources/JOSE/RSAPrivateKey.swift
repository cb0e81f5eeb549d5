internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import SwiftASN1

/// An RSA key that decrypts and signs. It never prints itself.
public struct RSAPrivateKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let publicKey: RSAPublicKey
    private let keys: Keys

    /// The library's two views of one key.
    ///
    /// @unchecked: both hold the same immutable BoringSSL key, whose box the library marks `Sendable`; it left the mark off the
    /// struct around it.
    private struct Keys: @unchecked Sendable {
        let signing: _RSA.Signing.PrivateKey
        let encryption: _RSA.Encryption.PrivateKey
    }

    /// - Parameters:
    ///   - pem: `PRIVATE KEY` (PKCS #8) or `RSA PRIVATE KEY` (PKCS #1), the first there is, not encrypted.
    /// - Throws: ``JOSEError/malformedKey``, ``JOSEError/foreignKey``, ``JOSEError/encryptedKey`` or ``JOSEError/weakKey``.
    public init(pem: String) throws(JOSEError) {
        let text = try PEMText(pem)
        guard let key = text.first(["PRIVATE KEY", "RSA PRIVATE KEY"]), !key.isEncrypted else {
            if text.blocks.contains(where: \.isEncrypted) { throw .encryptedKey }
            throw text.first(["EC PRIVATE KEY", "DSA PRIVATE KEY"]) == nil ? text.problem : .foreignKey
        }
        try self.init(der: key.der)
    }

    /// - Parameters:
    ///   - der: PKCS #8 or PKCS #1.
    /// - Throws: ``JOSEError/malformedKey`` or ``JOSEError/weakKey``.
    public init(der: [UInt8]) throws(JOSEError) {
        // The library takes keys from 1024 bits under this name; the public half below is held to our own limits.
        guard let signing = try? _RSA.Signing.PrivateKey(unsafeDERRepresentation: der),
            let encryption = try? _RSA.Encryption.PrivateKey(unsafeDERRepresentation: der)
        else { throw .malformedKey }
        publicKey = try RSAPublicKey(der: Array(signing.publicKey.derRepresentation))
        keys = Keys(signing: signing, encryption: encryption)
    }

    /// Makes a key. It takes a tenth of a second to a few.
    ///
    /// - Parameters:
    ///   - bits: At least ``RSAPublicKey/minimumBits``.
    /// - Throws: ``JOSEError/weakKey``.
    public static func generate(bits: Int = RSAPublicKey.advisedBits) throws(JOSEError) -> RSAPrivateKey {
        guard bits >= RSAPublicKey.minimumBits else { throw .weakRSAKey(bits) }
        guard bits <= RSAPublicKey.maximumBits, let key = try? _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits)) else {
            throw .malformedKey
        }
        return try RSAPrivateKey(der: Array(key.derRepresentation))
    }

    /// PKCS #8, DER.
    public var der: [UInt8] { Array(keys.signing.pkcs8DERRepresentation) }

    /// PKCS #8. Whoever has it, has the key.
    public var pem: String { PEMDocument(type: "PRIVATE KEY", derBytes: der).pemString + "\n" }

    public var description: String { "RSAPrivateKey(\(publicKey))" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    // MARK: What it does

    /// `PS256` (RFC 7518 §3.5).
    func sign(_ message: [UInt8]) throws(JOSEError) -> [UInt8] {
        guard let signature = try? keys.signing.signature(for: SHA256.hash(data: message), padding: .PSS) else {
            throw .malformedKey
        }
        return Array(signature.rawRepresentation)
    }

    /// - Returns: `nil` when the padding is not right.
    func decrypt(_ block: [UInt8], _ algorithm: KeyEncryption) -> [UInt8]? {
        (try? keys.encryption.decrypt(block, padding: algorithm.padding)).map { Array($0) }
    }

    /// The length of what was encrypted to the key, in bytes.
    var blockLength: Int { (publicKey.bits + 7) / 8 }
}
