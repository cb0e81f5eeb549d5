public import Foundation
public import JOSE
public import TokenVault

/// The public keys that merchants sign with and are answered under. A merchant may have several, so that it can exchange one
/// without a gap.
public final class MerchantKeys: Sendable {
    public struct Key: Sendable {
        public let key: RSAPublicKey
        public let added: Date
    }

    private let store: ExchangeKeys
    private let cache = Locked<[String: (keys: [RSAPublicKey], until: ContinuousClock.Instant)]>([:])

    /// So long does a key that was added or removed take to be noticed by every node.
    private static let lifetime = Duration.seconds(1)
    private static let cacheLimit = 4096

    public init(store: ExchangeKeys) { self.store = store }

    /// - Parameters:
    ///   - standIn: Is read where there is no key to read, so that a merchant nobody knows takes as long as one with a key
    ///     (SEC-30).
    ///   - anew: Whether the store is asked even if the keys are remembered: for a message that does not verify, and would if
    ///     its key was added a moment ago.
    /// - Returns: Newest first; none for a merchant nobody knows.
    func find(_ merchant: String, standIn: RSAPublicKey, anew: Bool = false) async throws -> [RSAPublicKey] {
        let now = ContinuousClock.now
        if !anew, let entry = cache.withLock({ $0[merchant] }), entry.until > now { return entry.keys }
        let keys = try await list(of: merchant).map(\.key)
        if keys.isEmpty { _ = try RSAPublicKey(der: standIn.der) }
        cache.withLock { cache in
            // Invented ids must not fill the memory.
            if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
            cache[merchant] = (keys, now + Self.lifetime)
        }
        return keys
    }

    public func list(of merchant: String) async throws -> [Key] {
        try await store.inUse(of: merchant).map { Key(key: try RSAPublicKey(der: $0.bytes), added: $0.created) }
    }

    /// - Throws: ``VaultError``: `.duplicate` when the merchant has the key, `.limit` when it has as many as it may.
    public func add(_ key: RSAPublicKey, to merchant: Merchant) async throws(VaultError) {
        guard try await store.add(key.thumbprint, key.der, to: merchant.id, limit: RSAPublicKey.mostKeys) else {
            let hasIt = try await store.all(of: merchant.id).contains { $0.id == key.thumbprint }
            throw hasIt
                ? VaultError(.duplicate, field: "publicKey", "merchant \(merchant.id) has the key \(key.thumbprint) already")
                : VaultError(
                    .limit, field: "publicKey", "merchant \(merchant.id) has \(RSAPublicKey.mostKeys) keys; remove one first")
        }
        cache.withLock { $0[merchant.id] = nil }
    }

    /// - Throws: ``VaultError`` of kind `.unknown`.
    public func remove(_ id: String, from merchant: Merchant) async throws(VaultError) {
        try await store.remove(id, of: merchant.id)
        cache.withLock { $0[merchant.id] = nil }
    }
}
