internal import Crypto
internal import Foundation

/// AES-256-GCM as it is used everywhere in the vault: nonce, ciphertext and tag in one piece (NIST SP 800-38D).
enum Box {
    static func seal(
        _ plaintext: [UInt8], with key: SymmetricKey, nonce: AES.GCM.Nonce? = nil, authenticating context: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plaintext, using: key, nonce: nonce ?? AES.GCM.Nonce(), authenticating: context)
            // There is a combined form for every nonce of 12 bytes, and there are no others.
            if let combined = box.combined { return Array(combined) }
        } catch {}
        throw VaultError(.broken, "Sealing failed")
    }

    static func open(
        _ box: some DataProtocol, with key: SymmetricKey, authenticating context: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        do {
            return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: box), using: key, authenticating: context))
        } catch {
            throw VaultError(.broken, "A sealed record does not open: it was changed, moved or cut")
        }
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
        return sealed + (try Box.seal(plaintext, with: key.key, authenticating: context.bytes(key)))
    }

    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/broken`` for anything but what ``seal(_:_:_:)`` made for the
    ///   same context.
    func open(
        _ sealed: [UInt8], _ purpose: KeyPurpose, _ context: BoxContext, known: [UInt32: DataKey] = [:]
    ) async throws(VaultError) -> [UInt8] {
        guard sealed.count >= 5 + 12 + 16, sealed[0] == 1 else {
            throw VaultError(.broken, "A sealed record is cut or of a format this version does not know")
        }
        let id = sealed[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let key: DataKey
        if let found = known[id], found.purpose == purpose { key = found } else { key = try await openingKey(id, purpose) }
        return try Box.open(sealed[5...], with: key.key, authenticating: context.bytes(key))
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
