internal import Crypto
internal import Foundation

/// The vault's data keys: wrapped in the store, open in memory, counted as they are used.
public final class Keyring: Sendable {
    private let master: MasterKey
    private let store: any KeyStore
    private let clock: WallClock
    private let limits: (seals: Int, block: Int)
    private let ring = Locked(Ring())

    private struct Ring {
        var keys: [UInt32: DataKey] = [:]
        /// The same keys, newest first.
        var ofPurpose: [KeyPurpose: [DataKey]] = [:]
        var active: [KeyPurpose: UInt32] = [:]
        var budgets: [UInt32: SealBudget] = [:]
    }

    struct DataKey: Sendable {
        let id: UInt32
        let purpose: KeyPurpose
        let key: BoxKey
    }

    private init(master: MasterKey, store: any KeyStore, clock: WallClock, limits: (seals: Int, block: Int)) {
        self.master = master
        self.store = store
        self.clock = clock
        self.limits = limits
    }

    /// Opens the keys in a store; makes the first ones in a new store.
    ///
    /// - Parameters:
    ///   - sealLimit: Encryptions after which a key is replaced.
    ///   - sealBlock: How many are counted in the store at a time.
    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/wrongKey`` when the master key is not this vault's.
    public static func open(
        master: MasterKey, store: any KeyStore, clock: WallClock = .system, sealLimit: Int = 1 << 32, sealBlock: Int = 1 << 20
    ) async throws(VaultError) -> Keyring {
        let ring = Keyring(master: master, store: store, clock: clock, limits: (sealLimit, sealBlock))
        try await ring.load()
        for purpose in KeyPurpose.allCases where ring.ring.withLock({ $0.active[purpose] }) == nil {
            try await ring.addKey(purpose)
        }
        return ring
    }

    // MARK: Finding keys

    /// The key to seal with, once its use is counted.
    func sealingKey(_ purpose: KeyPurpose) async throws(VaultError) -> DataKey {
        while true {
            let (key, action): (DataKey?, SealBudget.Action) = ring.withLock { ring in
                guard let id = ring.active[purpose], let action = ring.budgets[id]?.next() else { return (nil, .rotate) }
                return (ring.keys[id], action)
            }
            guard let key else { throw missing(purpose) }
            switch action {
            case .seal: return key
            case .reserve(let count):
                let total = try await store.reserveSeals(key: key.id, count: count)
                ring.withLock { $0.budgets[key.id]?.reserved(count, total: total) }
            case .rotate: try await addKey(purpose)
            }
        }
    }

    /// The keys as they are now, for opening many boxes: asking for each one's key would have threads wait for each other.
    var known: [UInt32: DataKey] { ring.withLock { $0.keys } }

    /// The key a box was sealed with. A key another node has made meanwhile is fetched.
    func openingKey(_ id: UInt32, _ purpose: KeyPurpose) async throws(VaultError) -> DataKey {
        if let key = ring.withLock({ $0.keys[id] }), key.purpose == purpose { return key }
        try await load()
        if let key = ring.withLock({ $0.keys[id] }), key.purpose == purpose { return key }
        throw VaultError(.broken, "A sealed record names a key this vault does not have")
    }

    /// Every key of a purpose, newest first.
    func keys(_ purpose: KeyPurpose) -> [DataKey] {
        ring.withLock { $0.ofPurpose[purpose] ?? [] }
    }

    // MARK: Making and loading keys

    private func load() async throws(VaultError) {
        for record in try await store.keys() {
            if ring.withLock({ $0.keys[record.id] != nil }) { continue }
            insert(record, try unwrap(record))
        }
    }

    private func addKey(_ purpose: KeyPurpose) async throws(VaultError) {
        let key = SymmetricKey(size: .bits256)
        let wrapped = try BoxKey(master.wrappingKey(purpose)).seal(
            key.withUnsafeBytes(Array.init), authenticating: Self.wrapContext(purpose))
        var record = KeyRecord(id: 0, purpose: purpose, wrapped: wrapped, created: clock.now(), seals: 0)
        record.id = try await store.insert(record)
        insert(record, key)
    }

    private func insert(_ record: KeyRecord, _ key: SymmetricKey) {
        ring.withLock { ring in
            ring.keys[record.id] = DataKey(id: record.id, purpose: record.purpose, key: BoxKey(key))
            ring.ofPurpose[record.purpose] = ring.keys.values.filter { $0.purpose == record.purpose }.sorted { $0.id > $1.id }
            ring.budgets[record.id] = SealBudget(reserved: record.seals, limit: limits.seals, block: limits.block)
            ring.active[record.purpose] = max(ring.active[record.purpose] ?? 0, record.id)
        }
    }

    private func unwrap(_ record: KeyRecord) throws(VaultError) -> SymmetricKey {
        do throws(VaultError) {
            let bytes = try BoxKey(master.wrappingKey(record.purpose)).open(
                record.wrapped[...], authenticating: Self.wrapContext(record.purpose))
            return SymmetricKey(data: bytes)
        } catch {
            throw VaultError(.wrongKey, "The master key does not open this vault: it was made with another one")
        }
    }

    private static func wrapContext(_ purpose: KeyPurpose) -> [UInt8] { Array("openpgw key \(purpose.rawValue)".utf8) }

    private func missing(_ purpose: KeyPurpose) -> VaultError {
        VaultError(.refused, "This node has no key for \(purpose.rawValue)")
    }
}
