internal import Crypto
internal import StrictJSON

/// Compact JWE with `RSA-OAEP` or `RSA-OAEP-256` around the key, and `A256GCM` around the message (RFC 7516 §3.1).
public enum CompactJWE {
    /// Encrypts bytes to the owner of a key, with the header `{"alg":…,"enc":"A256GCM"}`.
    ///
    /// - Parameters:
    ///   - contentType: What the bytes are, for a `cty` member of the header; `nil` for none.
    /// - Throws: ``JOSEError/malformedKey`` when nothing can be encrypted to the key.
    public static func encrypt(
        _ plaintext: [UInt8], to key: RSAPublicKey, _ algorithm: KeyEncryption = .rsaOAEP, contentType: String? = nil
    ) throws(JOSEError) -> String {
        var header = JSONObject()
        header["alg"] = .string(algorithm.rawValue)
        header["enc"] = "A256GCM"
        header["cty"] = contentType.map { .string($0) }
        let protected = Base64URL.encode(JSON.object(header).bytes)
        let contentKey = SymmetricKey(size: .bits256)
        let encryptedKey = try key.encrypt(contentKey.withUnsafeBytes(Array.init), algorithm)
        guard let box = try? AES.GCM.seal(plaintext, using: contentKey, authenticating: Array(protected.utf8)) else {
            throw .malformedKey
        }
        let parts = [encryptedKey, Array(box.nonce), Array(box.ciphertext), Array(box.tag)].map(Base64URL.encode)
        return ([protected] + parts).joined(separator: ".")
    }

    /// What a message says, and to which of the keys it was encrypted.
    public struct Opened: Sendable {
        public let plaintext: [UInt8]
        public let key: RSAPrivateKey
        /// How the sender encrypted the message's key, to answer in kind.
        public let algorithm: KeyEncryption
        /// A member of the header that is not taken. The message opened all the same; whoever knows who sent it may say so.
        let refused: String?
    }

    /// Decrypts a message that was encrypted to one of `keys`.
    ///
    /// A message that is no JWE, has a wrong algorithm, a wrong key, a wrong padding, a key of a wrong length or a wrong tag
    /// costs the same work and ends in the same error: whoever alters a message and watches the answer learns nothing of the
    /// key inside (J. Manger, CRYPTO 2001; RFC 7516 §11.5).
    ///
    /// - Parameters:
    ///   - limit: Characters of the message.
    /// - Throws: ``JOSEError/undecryptable``; for a message that opens and has a header that is not taken, an error that names
    ///   the ``JOSEError/header``.
    public static func decrypt(_ text: [UInt8], by keys: [RSAPrivateKey], limit: Int = 1 << 16) throws(JOSEError) -> Opened {
        let opened = try open(text, by: keys, limit: limit)
        if let name = opened.refused { throw .forbiddenHeader(name) }
        return opened
    }

    /// Decrypts, and leaves it to the caller to refuse what the header says.
    static func open(_ text: [UInt8], by keys: [RSAPrivateKey], limit: Int = 1 << 16) throws(JOSEError) -> Opened {
        let message = Parts(text, limit: limit) ?? .decoy
        for key in keys {
            let isWholeBlock = message.encryptedKey.count == key.blockLength
            let block = isWholeBlock ? message.encryptedKey : [0] + [UInt8](repeating: 0x5A, count: key.blockLength - 1)
            let opened = key.decrypt(block, message.algorithm ?? .rsaOAEP)
            // Where the padding was wrong the work goes on with a random key, to fail at the tag as any other.
            let random = SymmetricKey(size: .bits256)
            let contentKey = opened.flatMap { $0.count == 32 ? SymmetricKey(data: $0) : nil } ?? random
            let plaintext = message.box.flatMap {
                try? AES.GCM.open($0, using: contentKey, authenticating: message.protected)
            }
            guard let plaintext, isWholeBlock, opened != nil, let algorithm = message.algorithm,
                message.header["enc"] == "A256GCM"
            else { continue }
            return Opened(plaintext: Array(plaintext), key: key, algorithm: algorithm, refused: message.refused)
        }
        throw .undecryptable
    }
}

/// The parts of a compact JWE, read strictly.
private struct Parts {
    let protected: [UInt8]
    let header: JSONObject
    /// `nil` for an algorithm this module does not speak.
    let algorithm: KeyEncryption?
    let encryptedKey: [UInt8]
    /// `nil` for a nonce or tag of another length than A256GCM's.
    let box: AES.GCM.SealedBox?

    /// - Returns: `nil` for what is not five canonical parts with a JSON object in front.
    init?(_ text: [UInt8], limit: Int) {
        guard text.count <= limit else { return nil }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 5, let headerBytes = Base64URL.decode(parts[0]),
            let header = try? JSON(parsing: headerBytes, limits: JSONLimits(bytes: 1 << 15, depth: 4)).object,
            let encryptedKey = Base64URL.decode(parts[1]), let nonce = Base64URL.decode(parts[2]),
            let ciphertext = Base64URL.decode(parts[3]), let tag = Base64URL.decode(parts[4])
        else { return nil }
        protected = Array(parts[0])
        self.header = header
        algorithm = header["alg"]?.string.flatMap(KeyEncryption.init)
        self.encryptedKey = encryptedKey
        let isSized = nonce.count == 12 && tag.count == 16
        box = isSized ? (try? AES.GCM.SealedBox(nonce: .init(data: nonce), ciphertext: ciphertext, tag: tag)) : nil
    }

    private init() {
        protected = []
        header = JSONObject()
        algorithm = nil
        encryptedKey = []
        box = try? AES.GCM.SealedBox(combined: [UInt8](repeating: 0, count: 256))
    }

    /// Stands in for a text that is no JWE, so that refusing it takes as long.
    static let decoy = Parts()

    var refused: String? { HeaderRules.refused(in: header, besides: ["epk", "apu", "apv", "p2s", "p2c", "iv", "tag"]) }
}
