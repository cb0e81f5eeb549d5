internal import CLibCrypto
internal import Crypto
internal import Foundation

/// A key for AES-256-GCM boxes: nonce, ciphertext and tag in one piece, as everywhere in the vault (NIST SP 800-38D).
///
/// A key is made ready once, when it arrives, and not for every box: of a box as small as a card's, making ready is most of the
/// work. That is why this asks libcrypto and not swift-crypto, which keeps nothing between two calls.
final class BoxKey: Sendable {
    static let nonceLength = 12
    static let tagLength = 16

    let secret: SymmetricKey
    private let openers: CipherPool
    private let sealers: CipherPool

    /// - Parameter secret: 256 bits.
    init(_ secret: SymmetricKey) {
        self.secret = secret
        openers = CipherPool(secret, .opening)
        sealers = CipherPool(secret, .sealing)
    }

    /// - Parameter nonce: 12 bytes, random ones unless told. No two boxes of a key have the same.
    func seal(
        _ plaintext: [UInt8], nonce: [UInt8] = Random.bytes(BoxKey.nonceLength), authenticating context: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        let box = nonce.count == Self.nonceLength ? sealers.lend { $0.seal(plaintext, nonce, context) } : nil
        guard let box else { throw VaultError(.broken, "Sealing failed") }
        return box
    }

    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/broken`` for whatever was not sealed with this key and context.
    func open(_ box: ArraySlice<UInt8>, authenticating context: [UInt8]) throws(VaultError) -> [UInt8] {
        guard let plaintext = openers.lend({ $0.open(box, context) }) else {
            throw VaultError(.broken, "A sealed record does not open: it was changed, moved or cut")
        }
        return plaintext
    }
}

/// Ciphers of one key and direction, lent to whoever asks on the thread it runs on.
private final class CipherPool: Sendable {
    private let key: SymmetricKey
    private let direction: Cipher.Direction
    private let idle = Locked<[Cipher]>([])

    init(_ key: SymmetricKey, _ direction: Cipher.Direction) {
        self.key = key
        self.direction = direction
    }

    func lend<Result>(_ body: (Cipher) -> Result?) -> Result? {
        guard let cipher = idle.withLock({ $0.popLast() }) ?? Cipher(key, direction) else { return nil }
        defer { idle.withLock { $0.append(cipher) } }
        return body(cipher)
    }
}

/// A cipher that has its key.
///
/// @unchecked Sendable: whoever the pool lent it to uses it, and nobody else meanwhile.
private final class Cipher: @unchecked Sendable {
    enum Direction: Int32 {
        case opening = 0
        case sealing = 1
    }

    private let context: OpaquePointer

    init?(_ key: SymmetricKey, _ direction: Direction) {
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        self.context = context
        let isReady = key.withUnsafeBytes { bytes in
            guard bytes.count == 32, let bytes = bytes.bindMemory(to: UInt8.self).baseAddress else { return false }
            return EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, bytes, nil, direction.rawValue) == 1
        }
        guard isReady else { return nil }
    }

    /// Wipes the key with it.
    deinit { EVP_CIPHER_CTX_free(context) }

    func seal(_ plaintext: [UInt8], _ nonce: [UInt8], _ authenticated: [UInt8]) -> [UInt8]? {
        var box = nonce + plaintext + [UInt8](repeating: 0, count: BoxKey.tagLength)
        let isSealed = box.withUnsafeMutableBufferPointer { box in
            guard let text = box.baseAddress.map({ $0 + nonce.count }) else { return false }
            return begin(nonce, authenticated) && pass(text, plaintext.count, to: text) && end()
                && EVP_CIPHER_CTX_ctrl(
                    context, EVP_CTRL_AEAD_GET_TAG, Int32(BoxKey.tagLength), text + plaintext.count) == 1
        }
        return isSealed ? box : nil
    }

    func open(_ box: ArraySlice<UInt8>, _ authenticated: [UInt8]) -> [UInt8]? {
        let count = box.count - BoxKey.nonceLength - BoxKey.tagLength
        guard count >= 0 else { return nil }
        var plaintext = [UInt8](repeating: 0, count: count)
        let isGenuine = box.withUnsafeBufferPointer { box in
            guard let nonce = box.baseAddress else { return false }
            let text = nonce + BoxKey.nonceLength
            return begin(nonce, authenticated)
                && plaintext.withUnsafeMutableBufferPointer { pass(text, count, to: $0.baseAddress) }
                && EVP_CIPHER_CTX_ctrl(
                    context, EVP_CTRL_AEAD_SET_TAG, Int32(BoxKey.tagLength), UnsafeMutablePointer(mutating: text + count)) == 1
                && end()
        }
        return isGenuine ? plaintext : nil
    }

    private func begin(_ nonce: UnsafePointer<UInt8>, _ authenticated: [UInt8]) -> Bool {
        EVP_CipherInit_ex(context, nil, nil, nil, nonce, -1) == 1 && pass(authenticated, authenticated.count, to: nil)
    }

    /// - Parameter output: `nil` for what is authenticated and not in the box.
    private func pass(_ input: UnsafePointer<UInt8>, _ count: Int, to output: UnsafeMutablePointer<UInt8>?) -> Bool {
        var passed: Int32 = 0
        return count == 0 || EVP_CipherUpdate(context, output, &passed, input, Int32(count)) == 1 && passed == count
    }

    /// Makes the tag of what is sealed, or proves that of what is opened.
    private func end() -> Bool {
        var nothing: UInt8 = 0
        var count: Int32 = 0
        return EVP_CipherFinal_ex(context, &nothing, &count) == 1 && count == 0
    }
}

/// What a box is bound to: it opens in this place and no other.
struct BoxContext {
    let merchant: String
    /// What the box belongs to: a customer token, a session.
    let name: String
    /// Counts the versions of a record, so that an older one does not open in its place.
    let version: Int

    /// Unambiguous: every part has a fixed width or its length before it.
    func bytes(_ key: Keyring.DataKey) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32 + merchant.utf8.count + name.utf8.count)
        bytes += key.purpose.rawValue.utf8
        bytes.append(0)
        bytes.append(bigEndian: key.id)
        bytes.append(bigEndian: Int64(version))
        bytes.append(bigEndian: UInt32(merchant.utf8.count))
        bytes += merchant.utf8
        bytes.append(bigEndian: UInt32(name.utf8.count))
        bytes += name.utf8
        return bytes
    }
}

extension Keyring {
    /// - Returns: A format byte, the key's id, and the box.
    func seal(_ plaintext: [UInt8], _ purpose: KeyPurpose, _ context: BoxContext) async throws(VaultError) -> [UInt8] {
        let key = try await sealingKey(purpose)
        var sealed: [UInt8] = [1]
        sealed.append(bigEndian: key.id)
        return sealed + (try key.key.seal(plaintext, authenticating: context.bytes(key)))
    }

    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/broken`` for anything but what ``seal(_:_:_:)`` made for the
    ///   same context.
    func open(_ sealed: [UInt8], _ purpose: KeyPurpose, _ context: BoxContext) async throws(VaultError) -> [UInt8] {
        try (try await openingKey(try DataKey.id(sealed), purpose)).open(sealed, context)
    }
}

extension Keyring.DataKey {
    /// Which key a box was sealed with.
    static func id(_ sealed: [UInt8]) throws(VaultError) -> UInt32 {
        guard sealed.count >= 5 + BoxKey.nonceLength + BoxKey.tagLength, sealed[0] == 1 else {
            throw VaultError(.broken, "A sealed record is cut or of a format this version does not know")
        }
        return sealed[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    func open(_ sealed: [UInt8], _ context: BoxContext) throws(VaultError) -> [UInt8] {
        try key.open(sealed[5...], authenticating: context.bytes(self))
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
