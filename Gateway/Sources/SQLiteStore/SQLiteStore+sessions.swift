public import Foundation
public import TokenVault

extension SQLiteStore {
    public func begin(_ session: SessionRecord, now: Date) async throws(VaultError) -> SessionOutcome {
        try await writer.write { connection throws(VaultError) in
            // An expired session that was not paid gives its invoice number and idempotency id back.
            try connection.run(
                """
                DELETE FROM sessions WHERE merchant = ? AND state = 0 AND expires <= ?
                AND (invoice = ? OR idempotency = ?)
                """, .text(session.merchant), Value(now), .text(session.invoice), Value(session.idempotencyID))
            if let id = session.idempotencyID {
                let first = try connection.first(
                    columns + " WHERE merchant = ? AND idempotency = ?", .text(session.merchant), .text(id), read: record)
                if let first { return .retried(first) }
            }
            let inserted = try connection.run(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant, invoice) DO NOTHING",
                .blob(session.id), .text(session.merchant), .text(session.invoice), Value(session.idempotencyID),
                .blob(session.claimsDigest), .text(session.tokens.joined(separator: "\n")), .integer(session.state.rawValue),
                Value(session.expires), .blob(session.request), .integer(Int(session.tokenKey)), .blob(session.tokenNonce))
            return inserted == 1 ? .opened : .invoiceExists
        }
    }

    public func session(_ id: [UInt8]) async throws(VaultError) -> SessionRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(columns + " WHERE id = ?", .blob(id), read: record)
        }
    }

    public func sweep(before date: Date) async throws(VaultError) -> Int {
        try await writer.write { connection throws(VaultError) in
            // A slice at a time, so that no other write waits long.
            try connection.run(
                """
                DELETE FROM sessions WHERE id IN
                (SELECT id FROM sessions WHERE expires <= ? AND state = 0 ORDER BY expires LIMIT 1000)
                """, Value(date))
        }
    }

    public func sessionCount() async throws(VaultError) -> Int {
        try readers.read { connection throws(VaultError) in
            try connection.first("SELECT count(*) FROM sessions") { $0.integer(0) } ?? 0
        }
    }

    private var columns: String {
        """
        SELECT id, merchant, invoice, idempotency, claims_digest, tokens, state, expires, request, token_key, token_nonce
        FROM sessions
        """
    }

    private func record(_ row: Row) -> SessionRecord {
        SessionRecord(
            id: row.blob(0), merchant: row.text(1), invoice: row.text(2), idempotencyID: row.optionalText(3),
            claimsDigest: row.blob(4), tokens: row.text(5).split(separator: "\n").map(String.init),
            state: SessionRecord.State(rawValue: row.integer(6)) ?? .open, expires: row.date(7), request: row.blob(8),
            tokenKey: UInt32(clamping: row.integer(9)), tokenNonce: row.blob(10))
    }
}
