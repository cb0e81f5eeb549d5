public import Foundation
public import TokenVault

extension SQLiteStore {
    public func insert(_ record: TokenRecord, limit: Int?) async throws(VaultError) -> InsertOutcome {
        try await writer.write { connection throws(VaultError) in try insert(record, limit: limit, connection) }
    }

    func insert(_ record: TokenRecord, limit: Int?, _ connection: Connection) throws(VaultError) -> InsertOutcome {
        if record.isOnlyOne {
            let existing = try connection.first(
                "SELECT token FROM tokens WHERE merchant = ? AND fingerprint = ? AND only_one = 1 AND deleted IS NULL",
                .text(record.merchant), .blob(record.fingerprint)
            ) { $0.text(0) }
            if let existing { return existing == record.token ? .alreadyStored : .cardExists(token: existing) }
        }
        if let limit, try tokenCount(of: record.merchant, connection) >= limit {
            return try taken(record, connection) ?? .limitReached
        }
        let inserted = try connection.run(
            "INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (merchant, token) DO NOTHING",
            .text(record.merchant), .text(record.token), .integer(record.version), .blob(record.face),
            .blob(record.fingerprint), .integer(record.isOnlyOne ? 1 : 0), Value(record.created))
        guard inserted == 1 else { return try taken(record, connection) ?? .tokenExists }
        try connection.run(
            "INSERT INTO accounts VALUES (?, ?, ?)", .text(record.merchant), .text(record.token), .blob(record.account))
        try connection.run(
            "INSERT INTO token_counts VALUES (?, 1) ON CONFLICT (merchant) DO UPDATE SET live = live + 1", .text(record.merchant))
        return .inserted
    }

    /// Whose a token is that is there already.
    private func taken(_ record: TokenRecord, _ connection: Connection) throws(VaultError) -> InsertOutcome? {
        try connection.first(
            "SELECT fingerprint FROM tokens WHERE merchant = ? AND token = ?", .text(record.merchant), .text(record.token)
        ) { $0.blob(0) == record.fingerprint ? .alreadyStored : .tokenExists }
    }

    public func update(_ merchant: String, _ face: FaceRecord) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                """
                UPDATE tokens SET version = ?, face = ?
                WHERE merchant = ? AND token = ? AND version = ? AND deleted IS NULL
                """, .integer(face.version), .blob(face.face), .text(merchant), .text(face.token),
                .integer(face.version - 1)) == 1
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
            guard deleted == 1 else { return false }
            try connection.run("DELETE FROM accounts WHERE merchant = ? AND token = ?", .text(merchant), .text(token))
            try connection.run("UPDATE token_counts SET live = live - 1 WHERE merchant = ?", .text(merchant))
            return true
        }
    }

    public func tokenCount(of merchant: String?) async throws(VaultError) -> Int {
        try readers.read { connection throws(VaultError) in
            guard let merchant else { return try connection.first("SELECT sum(live) FROM token_counts") { $0.integer(0) } ?? 0 }
            return try tokenCount(of: merchant, connection)
        }
    }

    private func tokenCount(of merchant: String, _ connection: Connection) throws(VaultError) -> Int {
        try connection.first("SELECT live FROM token_counts WHERE merchant = ?", .text(merchant)) { $0.integer(0) } ?? 0
    }

    public func row(_ merchant: String, _ token: String) async throws(VaultError) -> BookRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT token, version, face, account, created FROM tokens JOIN accounts USING (merchant, token)
                WHERE merchant = ? AND token = ? AND deleted IS NULL
                """, .text(merchant), .text(token), read: whole)
        }
    }

    public func book(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [BookRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows(
                """
                SELECT token, version, face, account, created FROM tokens JOIN accounts USING (merchant, token)
                WHERE merchant = ? AND token > ? AND deleted IS NULL ORDER BY token LIMIT ?
                """, .text(merchant), .text(token), .integer(limit), read: whole)
        }
    }

    private func whole(_ row: Row) -> BookRecord {
        BookRecord(face: face(row), account: row.blob(3), created: row.date(4))
    }

    private func face(_ row: Row) -> FaceRecord {
        FaceRecord(token: row.text(0), version: row.integer(1), face: row.blob(2))
    }
}
