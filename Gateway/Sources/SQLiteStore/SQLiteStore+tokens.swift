public import Foundation
public import TokenVault

extension SQLiteStore {
    public func insert(_ record: TokenRecord) async throws(VaultError) -> InsertOutcome {
        try await writer.write { connection throws(VaultError) in
            if record.isOnlyOne {
                let existing = try connection.first(
                    "SELECT token FROM tokens WHERE merchant = ? AND fingerprint = ? AND only_one = 1 AND deleted IS NULL",
                    .text(record.merchant), .blob(record.fingerprint)
                ) { $0.text(0) }
                if let existing { return .cardExists(token: existing) }
            }
            let inserted = try connection.run(
                "INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (merchant, token) DO NOTHING",
                .text(record.merchant), .text(record.token), .integer(record.version), .blob(record.face),
                .blob(record.fingerprint), .integer(record.isOnlyOne ? 1 : 0), Value(record.created))
            guard inserted == 1 else { return .tokenExists }
            try connection.run(
                "INSERT INTO accounts VALUES (?, ?, ?)", .text(record.merchant), .text(record.token), .blob(record.account))
            return .inserted
        }
    }

    public func faces(_ merchant: String, _ tokens: [String]) async throws(VaultError) -> [FaceRecord] {
        if tokens.isEmpty { return [] }
        return try readers.read { connection throws(VaultError) in
            try connection.reading { connection throws(VaultError) in
                try live(tokens, of: merchant, connection)
            }
        }
    }

    /// The records of those tokens that are not deleted, in the same order.
    func live(_ tokens: [String], of merchant: String, _ connection: Connection) throws(VaultError) -> [FaceRecord] {
        try connection.firsts(
            "SELECT version, face FROM tokens WHERE merchant = ? AND token = ? AND deleted IS NULL", .text(merchant),
            for: tokens
        ) { FaceRecord(token: $0, version: $1.integer(0), face: $1.blob(1)) }
    }

    /// Those tokens that are not deleted, in the same order.
    func known(_ tokens: [String], of merchant: String, _ connection: Connection) throws(VaultError) -> [String] {
        try connection.firsts(
            "SELECT 1 FROM tokens WHERE merchant = ? AND token = ? AND deleted IS NULL", .text(merchant), for: tokens
        ) { token, _ in token }
    }

    public func faces(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [FaceRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows(
                """
                SELECT token, version, face FROM tokens
                WHERE merchant = ? AND token > ? AND deleted IS NULL ORDER BY token LIMIT ?
                """, .text(merchant), .text(token), .integer(limit), read: face)
        }
    }

    public func delete(_ merchant: String, _ token: String, at date: Date) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            let deleted = try connection.run(
                """
                UPDATE tokens SET deleted = ?, version = version + 1, face = x'', fingerprint = x''
                WHERE merchant = ? AND token = ? AND deleted IS NULL
                """, Value(date), .text(merchant), .text(token))
            try connection.run("DELETE FROM accounts WHERE merchant = ? AND token = ?", .text(merchant), .text(token))
            return deleted == 1
        }
    }

    public func tokenCount() async throws(VaultError) -> Int {
        try readers.read { connection throws(VaultError) in
            try connection.first("SELECT count(*) FROM accounts") { $0.integer(0) } ?? 0
        }
    }

    private func face(_ row: Row) -> FaceRecord {
        FaceRecord(token: row.text(0), version: row.integer(1), face: row.blob(2))
    }
}
