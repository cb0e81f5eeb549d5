internal import Crypto
internal import Foundation

/// The merchants, their secrets opened on demand.
public final class Merchants: Sendable {
    private let keyring: Keyring
    private let store: any MerchantStore
    private let cache = Locked<[String: Entry]>([:])
    private let nobodys = Locked<MerchantRecord?>(nil)

    /// A known merchant, or the knowledge that there is none, for up to ``lifetime``: so long does a rotated secret or a
    /// closed account take to reach every node.
    private struct Entry {
        let merchant: Merchant?
        let until: ContinuousClock.Instant
    }

    static let lifetime = Duration.seconds(1)
    static let cacheLimit = 4096

    public init(keyring: Keyring, store: any MerchantStore) {
        self.keyring = keyring
        self.store = store
    }

    /// - Returns: `nil` for an unknown merchant.
    public func find(_ id: String) async throws(VaultError) -> Merchant? {
        let now = ContinuousClock.now
        if let entry = cache.withLock({ $0[id] }), entry.until > now { return entry.merchant }
        let record = try await store.merchant(id)
        // An unknown merchant costs what a known one does, so that the time of an answer does not tell them apart.
        let nobody = try await nobody()
        let opened = try await open(record ?? nobody)
        let merchant = record == nil ? nil : opened
        remember(id, Entry(merchant: merchant, until: now + Self.lifetime))
        return merchant
    }

    /// - Returns: In the order of their ids.
    public func list() async throws(VaultError) -> [Merchant] {
        var merchants: [Merchant] = []
        for record in try await store.merchants() { merchants.append(try await open(record)) }
        return merchants
    }

    /// Adds a merchant with a secret of its own.
    ///
    /// - Parameters:
    ///   - id: 1 to 25 letters and digits.
    /// - Throws: ``VaultError``: `.invalid`, or `.duplicate` when there is one of this id.
    @discardableResult
    public func add(_ id: String, _ profile: MerchantProfile) async throws(VaultError) -> Merchant {
        guard (1...25).contains(id.utf8.count), id.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isASCIIAlphanumeric }) else {
            throw .invalid("merchantID", "is not 1 to 25 letters and digits")
        }
        let merchant = Merchant(id: id, profile: profile, secret: Self.newSecret(), fingerprintKey: Self.randomBytes())
        guard try await store.insert(try await seal(merchant, version: 1)) else {
            throw VaultError(.duplicate, field: "merchantID", "merchantID \(id) is already in use")
        }
        forget(id)
        return merchant
    }

    /// Gives a merchant a new secret. The old one stops within ``lifetime``.
    public func rotateSecret(_ id: String) async throws(VaultError) -> Merchant {
        guard let record = try await store.merchant(id) else {
            throw VaultError(.unknown, field: "merchantID", "There is no merchant \(id)")
        }
        let old = try await open(record)
        let new = Merchant(id: id, profile: old.profile, secret: Self.newSecret(), fingerprintKey: old.fingerprintKey)
        guard try await store.update(try await seal(new, version: record.version + 1)) else {
            throw VaultError(.duplicate, field: "merchantID", "Somebody else changed merchant \(id) at the same time; try again")
        }
        forget(id)
        return new
    }

    // MARK: Sealing

    /// The record of a merchant there is none of, made once a process and stored nowhere.
    private func nobody() async throws(VaultError) -> MerchantRecord {
        if let record = nobodys.withLock({ $0 }) { return record }
        let merchant = Merchant(
            id: "-", profile: try MerchantProfile(name: "Nobody at all", currency: "THB"), secret: Self.newSecret(),
            fingerprintKey: Self.randomBytes())
        let record = try await seal(merchant, version: 1)
        nobodys.withLock { $0 = record }
        return record
    }

    private func seal(_ merchant: Merchant, version: Int) async throws(VaultError) -> MerchantRecord {
        let context = BoxContext(merchant: merchant.id, name: "secrets", version: version)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let profile = try? encoder.encode(merchant.profile) else {
            throw VaultError(.broken, "The merchant's profile cannot be written")
        }
        return MerchantRecord(
            id: merchant.id, version: version, profile: Array(profile),
            secrets: try await keyring.seal(merchant.fingerprintKey + merchant.secret, .secret, context))
    }

    private func open(_ record: MerchantRecord) async throws(VaultError) -> Merchant {
        let context = BoxContext(merchant: record.id, name: "secrets", version: record.version)
        let secrets = try await keyring.open(record.secrets, .secret, context)
        guard let profile = try? JSONDecoder().decode(MerchantProfile.self, from: Data(record.profile)), secrets.count > 32
        else { throw VaultError(.broken, "The record of merchant \(record.id) cannot be read") }
        return Merchant(
            id: record.id, profile: profile, secret: Array(secrets[32...]), fingerprintKey: Array(secrets[..<32]))
    }

    /// 64 capital hexadecimal digits, the shape merchants of this protocol know.
    private static func newSecret() -> [UInt8] { Array(randomBytes().hex.uppercased().utf8) }

    private static func randomBytes() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes(Array.init) }

    private func remember(_ id: String, _ entry: Entry) {
        cache.withLock { cache in
            // Invented ids must not fill the memory.
            if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
            cache[id] = entry
        }
    }

    private func forget(_ id: String) { cache.withLock { $0[id] = nil } }
}

extension Character {
    var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
