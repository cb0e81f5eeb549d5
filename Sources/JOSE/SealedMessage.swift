/// A message of the Customer Token Maintenance API: encrypted to its reader, and around that signed by its writer (protocol.md
/// §4.1).
///
/// The reader decrypts first and verifies then: only the message itself says who should have signed it. Until
/// ``verified(by:)`` nothing in it is believed.
public struct SealedMessage: Sendable {
    /// What the message says, unproven.
    public let unverifiedPlaintext: [UInt8]
    /// The reader's key it was encrypted to.
    public let recipient: RSAPrivateKey
    public let algorithm: KeyEncryption
    private let signed: CompactJWS
    private let refused: String?

    /// - Throws: ``JOSEError/malformed`` for what is no compact JWS, ``JOSEError/undecryptable`` for what is in it.
    public init(_ text: String, to recipients: [RSAPrivateKey]) throws(JOSEError) {
        try self.init(try CompactJWS(text), to: recipients)
    }

    /// - Throws: ``JOSEError/undecryptable``.
    public init(_ signed: CompactJWS, to recipients: [RSAPrivateKey]) throws(JOSEError) {
        self.signed = signed
        let opened = try CompactJWE.open(signed.unverifiedPayload, by: recipients)
        unverifiedPlaintext = opened.plaintext
        recipient = opened.key
        algorithm = opened.algorithm
        refused = opened.refused
    }

    /// The writer's key that signed the message.
    ///
    /// - Throws: ``JOSEError``; once the signature is right, one that names the ``JOSEError/header`` that is not taken.
    public func verified(by writers: [RSAPublicKey]) throws(JOSEError) -> RSAPublicKey {
        let writer = try signed.verified(by: writers)
        if let refused { throw .forbiddenHeader(refused) }
        return writer
    }

    /// Encrypts a message to its reader and signs it.
    ///
    /// - Throws: ``JOSEError/malformedKey``.
    public static func seal(
        _ plaintext: [UInt8], to reader: RSAPublicKey, signedBy writer: RSAPrivateKey, _ algorithm: KeyEncryption = .rsaOAEP
    ) throws(JOSEError) -> String {
        let encrypted = try CompactJWE.encrypt(plaintext, to: reader, algorithm)
        return try CompactJWS.sign(Array(encrypted.utf8), with: writer)
    }
}
