public import Foundation

/// Keys that messages are signed and encrypted with, kept sealed: merchants' public ones and the gateway's own.
///
/// What a key is, is its reader's matter; here it is bytes under a name. A key that somebody slipped into the store, or under
/// another owner, does not open.
public struct ExchangeKeys: Sendable {
    private let keyring: Keyring
    private let store: any ExchangeKeyStore
    private let clock: WallClock

    public init(keyring: Keyring, store: any ExchangeKeyStore, clock: WallClock) {
        self.keyring = keyring
        self.store = store
        self.clock = clock
    }

    /// The owner of the gateway's own keys. No merchant has an empty id.
    public static let gateway = ""

    /// - Returns: The owner's keys that are in use, newest first.
    public func inUse(of owner: String) async throws(VaultError) -> [ExchangeKey] {
        let now = clock.now()
        return try await all(of: owner).filter { $0.retires.map { $0 > now } ?? true }
    }

    /// - Returns: Every key of the owner, retired ones too, newest first.
    public func all(of owner: String) async throws(VaultError) -> [ExchangeKey] {
        var keys: [ExchangeKey] = []
        for record in try await store.exchangeKeys(of: owner) {
            let bytes = try await keyring.open(record.key, .exchange, context(owner, record.id))
            keys.append(ExchangeKey(id: record.id, bytes: bytes, created: record.created, retires: record.retires))
        }
        return keys
    }

    /// - Parameter limit: How many keys in use the owner may have. With 1, of several nodes that start at once one makes the
    ///   first key.
    /// - Returns: `false` when the owner has the key, or as many as it may.
    public func add(_ id: String, _ bytes: [UInt8], to owner: String, limit: Int) async throws(VaultError) -> Bool {
        let record = ExchangeKeyRecord(
            owner: owner, id: id, key: try await keyring.seal(bytes, .exchange, context(owner, id)), created: clock.now(),
            retires: nil)
        return try await store.insert(record, limit: limit)
    }

    /// Lets a key go after a while, in which it is still used by whoever knows no newer one. For a key that is being retired, the
    /// end can be brought forward.
    ///
    /// - Parameter overlap: Seconds.
    /// - Throws: ``VaultError`` of kind `.unknown`; of kind `.refused` for the last key in use, and for one that retires earlier.
    public func retire(_ id: String, of owner: String, overlap: Double) async throws(VaultError) {
        if try await store.retire(owner, id, at: clock.now() + overlap) { return }
        guard let key = try await store.exchangeKeys(of: owner).first(where: { $0.id == id }) else {
            throw VaultError(.unknown, field: "key", "There is no key \(id)")
        }
        if let retires = key.retires {
            let has = retires > clock.now() ? "retires" : "has retired"
            throw VaultError(.refused, "\(id) \(has) already, at \(retires.formatted(.iso8601))")
        }
        throw VaultError(.refused, "\(id) is the only key in use; generate another one first")
    }

    /// - Throws: ``VaultError`` of kind `.unknown`.
    public func remove(_ id: String, of owner: String) async throws(VaultError) {
        guard try await store.removeExchangeKey(owner, id) else {
            throw VaultError(.unknown, field: "key", "There is no key \(id)")
        }
    }

    private func context(_ owner: String, _ id: String) -> BoxContext { BoxContext(merchant: owner, name: id, version: 1) }
}

/// A key as its owner gave it. It prints as its name and reflects as nothing.
public struct ExchangeKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: String
    public let bytes: [UInt8]
    public let created: Date
    /// When it stops being used; `nil` for a key that does not.
    public let retires: Date?

    public var description: String { id }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
