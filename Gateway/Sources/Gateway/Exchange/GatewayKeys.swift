public import Foundation
public import JOSE
internal import StrictJSON
public import TokenVault

/// The gateway's RSA keys: merchants encrypt to them and verify with them (protocol.md §4.1).
///
/// The newest stands first. A key that is being retired stays until its overlap ends; each message is answered under the key
/// it was encrypted to, so whoever knows one of them is understood.
public final class GatewayKeys: Sendable {
    /// A key and the certificate it is handed out in.
    public struct Pair: Sendable {
        public let key: RSAPrivateKey
        /// PEM, signed by the key itself.
        public let certificate: String
        public let created: Date
        /// When it stops being used; `nil` for a key that does not.
        public let retires: Date?
    }

    private let store: ExchangeKeys
    private let clock: WallClock
    private let known = Locked<(pairs: [Pair], until: ContinuousClock.Instant)>(([], .now))

    /// So long does a key that another process made or retired take to be noticed.
    private static let lifetime = Duration.seconds(1)

    public init(store: ExchangeKeys, clock: WallClock) {
        self.store = store
        self.clock = clock
    }

    /// The keys in use, at least one: where there is none, one is made.
    public func inUse() async throws -> [Pair] {
        if let pairs = known.withLock({ $0.until > .now ? $0.pairs : nil }) { return pairs }
        var pairs = try await read(try await store.inUse(of: ExchangeKeys.gateway))
        if pairs.isEmpty {
            _ = try await generate(limit: 1)
            pairs = try await read(try await store.inUse(of: ExchangeKeys.gateway))
        }
        known.withLock { $0 = (pairs, .now + Self.lifetime) }
        return pairs
    }

    /// Every key, retired ones too, newest first.
    public func all() async throws -> [Pair] { try await read(try await store.all(of: ExchangeKeys.gateway)) }

    /// Makes a key of 3072 bits, which is handed out first from now on.
    @discardableResult
    public func generate(limit: Int = .max) async throws -> RSAPrivateKey {
        let key = try RSAPrivateKey.generate()
        let certificate = try key.certificate(name: "OpenPGW", from: clock.now())
        let content: JSON = ["key": .string(key.pem), "certificate": .string(certificate)]
        _ = try await store.add(key.publicKey.thumbprint, content.bytes, to: ExchangeKeys.gateway, limit: limit)
        known.withLock { $0.until = .now }
        return key
    }

    /// Lets a key go after `overlap` seconds.
    ///
    /// - Throws: ``VaultError``: `.unknown`, or `.refused` for the last key in use.
    public func retire(_ id: String, overlap: Double) async throws(VaultError) {
        try await store.retire(id, of: ExchangeKeys.gateway, overlap: overlap)
        known.withLock { $0.until = .now }
    }

    private func read(_ keys: [ExchangeKey]) async throws -> [Pair] {
        try keys.map { stored in
            let content = try JSON(parsing: stored.bytes).object
            guard let pem = content?["key"]?.string, let certificate = content?["certificate"]?.string else {
                throw VaultError(.broken, "The gateway's key \(stored.id) cannot be read")
            }
            return Pair(
                key: try RSAPrivateKey(pem: pem), certificate: certificate, created: stored.created, retires: stored.retires)
        }
    }
}
