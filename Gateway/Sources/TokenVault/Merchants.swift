internal import Crypto
internal import Foundation

/// The merchants, their secrets opened on demand.
public final class Merchants: Sendable {
    private let keyring: Keyring
    private let store: any MerchantStore
    private let clock: WallClock
    private let cache = Locked<[String: Entry]>([:])
    private let nobodys = Locked<MerchantRecord?>(nil)

    /// A known merchant, or the knowledge that there is none, for up to ``lifetime``: so long may a closed account, or a secret
    /// without overlap, go on at another node.
    private struct Entry {
        let merchant: Merchant?
        let until: ContinuousClock.Instant
    }

    static let lifetime = Duration.seconds(1)
    static let cacheLimit = 4096

    public init(keyring: Keyring, store: any MerchantStore, clock: WallClock = .system) {
        self.keyring = keyring
        self.store = store
        self.clock = clock
    }

    /// - Parameter anew: Whether the store is asked even if the merchant is remembered: for a request that does not verify, and
    ///   would if the merchant was added or given its secret a moment ago.
    /// - Returns: `nil` for an unknown merchant.
    public func find(_ id: String, anew: Bool) async throws(VaultError) -> Merchant? {
        let now = ContinuousClock.now
        if !anew, let entry = cache.withLock({ $0[id] }), entry.until > now { return entry.merchant }
        // Nobody is called otherwise, whatever stands in an address.
        guard Self.isID(id) else { return nil }
        let record = try await store.merchant(id)
        // An unknown merchant costs what a known one does, so that the time of an answer does not tell them apart.
        let nobody = try await nobody()
        let opened = try await open(record ?? nobody)
        let merchant = record == nil ? nil : opened
        remember(id, Entry(merchant: merchant, until: now + Self.lifetime))
        return merchant
    }

    /// - Returns: `nil` for an unknown merchant.
    public func find(_ id: String) async throws(VaultError) -> Merchant? { try await find(id, anew: false) }

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
        guard Self.isID(id) else {
            throw .invalid("merchantID", "is not 1 to 25 letters and digits")
        }
        guard !Texts.holdsCardNumber(id) else { throw .invalid("merchantID", "reads as a card number") }
        try profile.check()
        let merchant = Merchant(id: id, profile: profile, secret: Self.newSecret(), fingerprintKey: Self.randomBytes())
        guard try await store.insert(try await seal(merchant, version: 1)) else {
            throw VaultError(.duplicate, field: "merchantID", "merchantID \(id) is already in use")
        }
        forget(id)
        return merchant
    }

    /// Whether a text is spelt as merchants' ids are: 1 to 25 letters and digits.
    package static func isID(_ text: String) -> Bool {
        (1...25).contains(text.utf8.count) && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isASCIIAlphanumeric }
    }

    /// Gives a merchant a new secret, good at once.
    ///
    /// - Parameter overlap: Seconds for which the old one is good too. Without any it stops within ``lifetime``. One that was
    ///   replaced before stops in any case.
    public func rotateSecret(_ id: String, overlap: Double) async throws -> Merchant {
        try await replace(id) { old in
            let former = overlap > 0 ? FormerSecret(secret: old.secret, until: clock.now() + overlap) : nil
            return Merchant(
                id: id, profile: old.profile, secret: Self.newSecret(), former: former, fingerprintKey: old.fingerprintKey)
        }
    }

    /// Changes what a merchant is like; its secrets stay. Every node knows within ``lifetime``.
    ///
    /// - Throws: ``VaultError``: `.unknown`, `.invalid` naming what the profile would have wrong, `.duplicate` where somebody else changed
    ///   it at the same time, and what `change` throws.
    @discardableResult
    public func change(
        _ id: String, _ change: (inout MerchantProfile) throws -> Void
    ) async throws -> Merchant {
        try await replace(id) { old in
            var profile = old.profile
            try change(&profile)
            try profile.check()
            return Merchant(
                id: id, profile: profile, secret: old.secret, former: old.former, fingerprintKey: old.fingerprintKey)
        }
    }

    private func replace(_ id: String, _ change: (Merchant) throws -> Merchant) async throws -> Merchant {
        guard let record = try await store.merchant(id) else {
            throw VaultError(.unknown, field: "merchantID", "There is no merchant \(id)")
        }
        let new = try change(try await open(record))
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
            secrets: try await keyring.seal(Self.secrets(of: merchant), .secret, context))
    }

    /// 32 bytes of the fingerprint key, then the secret. Where a former one is good too, both are of ``secretLength`` bytes, and
    /// behind them stands until when it is, in milliseconds since 1970.
    private static func secrets(of merchant: Merchant) -> [UInt8] {
        var bytes = merchant.fingerprintKey + merchant.secret
        if let former = merchant.former {
            bytes += former.secret
            bytes.append(bigEndian: Int64(former.until.timeIntervalSince1970 * 1000))
        }
        return bytes
    }

    private static let secretLength = 64

    private func open(_ record: MerchantRecord) async throws(VaultError) -> Merchant {
        let context = BoxContext(merchant: record.id, name: "secrets", version: record.version)
        let secrets = try await keyring.open(record.secrets, .secret, context)
        guard let profile = try? JSONDecoder().decode(MerchantProfile.self, from: Data(record.profile)), secrets.count > 32
        else { throw VaultError(.broken, "The record of merchant \(record.id) cannot be read") }
        let (secret, rest) = (secrets[32...].prefix(Self.secretLength), secrets.dropFirst(32 + Self.secretLength))
        var former: FormerSecret?
        if rest.count == Self.secretLength + 8 {
            let milliseconds = rest.suffix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
            former = FormerSecret(
                secret: Array(rest.prefix(Self.secretLength)), until: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
        } else if !rest.isEmpty {
            throw VaultError(.broken, "The record of merchant \(record.id) cannot be read")
        }
        return Merchant(
            id: record.id, profile: profile, secret: Array(secret), former: former, fingerprintKey: Array(secrets[..<32]))
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
