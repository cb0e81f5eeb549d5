public import Foundation
public import TokenVault

extension PostgresStore {
    public func keys() async throws(VaultError) -> [KeyRecord] { try await keys(until: .now + patience) }

    private func keys(until deadline: ContinuousClock.Instant) async throws(VaultError) -> [KeyRecord] {
        try await read(Bound(.keys), until: deadline).map { KeyRecord($0) }.compactMap(\.self)
    }

    public func insert(_ key: KeyRecord) async throws(VaultError) -> UInt32 {
        try await write(
            Bound(.insertKey, .text(key.purpose.rawValue), .bytes(key.wrapped), .date(key.created), .integer(key.seals)),
            written: { [self] deadline throws(VaultError) in
                try await keys(until: deadline).first { $0.wrapped == key.wrapped }?.id
            }
        ) { UInt32(clamping: $0.first?.integer(0) ?? 0) }
    }

    public func reserveSeals(key: UInt32, count: Int) async throws(VaultError) -> Int {
        // Reserved twice is more than was made, which is no harm.
        try await write(Bound(.reserveSeals, .integer(Int(key)), .integer(count))) { rows throws(VaultError) in
            guard let total = rows.first?.integer(0) else { throw VaultError(.broken, "A key is gone from the store") }
            return total
        }
    }

    public func exchangeKeys(of owner: String) async throws(VaultError) -> [ExchangeKeyRecord] {
        try await exchangeKeys(of: owner, until: .now + patience)
    }

    private func exchangeKeys(
        of owner: String, until deadline: ContinuousClock.Instant
    ) async throws(VaultError) -> [ExchangeKeyRecord] {
        try await read(Bound(.exchangeKeys, .text(owner)), until: deadline).map { ExchangeKeyRecord(owner: owner, $0) }
    }

    public func insert(_ key: ExchangeKeyRecord, limit: Int) async throws(VaultError) -> Bool {
        try await write(
            Bound(
                .insertExchangeKey, .text(key.owner), .text(key.id), .bytes(key.key), .date(key.created),
                .date(key.retires), .integer(limit)), order: key.owner,
            written: { [self] deadline throws(VaultError) in
                try await exchangeKeys(of: key.owner, until: deadline).contains(key) ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func retire(_ owner: String, _ id: String, at date: Date) async throws(VaultError) -> Bool {
        try await write(
            Bound(.retireExchangeKey, .text(owner), .text(id), .date(date)), order: owner,
            written: { [self] deadline throws(VaultError) in
                let key = try await exchangeKeys(of: owner, until: deadline).first { $0.id == id }
                return key?.retires?.milliseconds == date.milliseconds ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func removeExchangeKey(_ owner: String, _ id: String) async throws(VaultError) -> Bool {
        try await write(
            Bound(.removeExchangeKey, .text(owner), .text(id)), order: owner,
            written: { [self] deadline throws(VaultError) in
                try await exchangeKeys(of: owner, until: deadline).contains { $0.id == id } ? nil : true
            }
        ) { $0.count == 1 }
    }
}
