public import Foundation
public import TokenVault

extension SQLiteStore {
    public func exchangeKeys(of owner: String) async throws(VaultError) -> [ExchangeKeyRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows(
                """
                SELECT id, key, created, retires FROM exchange_keys WHERE owner = ? ORDER BY created DESC, id
                """, .text(owner)
            ) { ExchangeKeyRecord(owner: owner, $0) }
        }
    }

    public func insert(_ key: ExchangeKeyRecord, limit: Int) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            let used = try connection.first(
                "SELECT count(*) FROM exchange_keys WHERE owner = ? AND retires IS NULL", .text(key.owner)
            ) { $0.integer(0) }
            guard used ?? 0 < limit else { return false }
            return try connection.run(
                "INSERT INTO exchange_keys VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", .text(key.owner), .text(key.id),
                .blob(key.key), Value(key.created), key.retires.map { Value($0) } ?? .null) == 1
        }
    }

    public func retire(_ owner: String, _ id: String, at date: Date) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                """
                UPDATE exchange_keys SET retires = ?1 WHERE owner = ?2 AND id = ?3 AND (retires IS NULL OR retires > ?1)
                AND EXISTS (SELECT 1 FROM exchange_keys WHERE owner = ?2 AND id <> ?3 AND retires IS NULL)
                """, Value(date), .text(owner), .text(id)) == 1
        }
    }

    public func removeExchangeKey(_ owner: String, _ id: String) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run("DELETE FROM exchange_keys WHERE owner = ? AND id = ?", .text(owner), .text(id)) == 1
        }
    }
}
