public import Foundation
public import TokenVault

extension SQLiteStore {
    public func begin(
        _ session: SessionRecord, droppingUnknown: Bool, now: Date
    ) async throws(VaultError) -> SessionOutcome {
        try await writer.write { connection throws(VaultError) in
            var session = session
            let known = try known(session.tokens, of: session.merchant, connection)
            if known.count == session.tokens.count || droppingUnknown {
                session.tokens = known
                if try insert(session, connection) { return .opened }
            }
            // An expired session that was not paid gives its invoice number and idempotency id back.
            try connection.run(
                "DELETE FROM sessions WHERE merchant = ? AND state = 0 AND expires <= ? AND invoice = ?",
                .text(session.merchant), Value(now), .text(session.invoice))
            if let id = session.idempotencyID {
                try connection.run(
                    "DELETE FROM sessions WHERE merchant = ? AND state = 0 AND expires <= ? AND idempotency = ?",
                    .text(session.merchant), Value(now), .text(id))
                let first = try connection.first(
                    """
                    SELECT id, merchant, invoice, idempotency, claims_digest, tokens, state, expires, request, token_key,
                        token_nonce
                    FROM sessions WHERE merchant = ? AND idempotency = ?
                    """, .text(session.merchant), .text(id), read: record)
                if let first { return .retried(first) }
            }
            guard known.count == session.tokens.count else { return .unknownTokens }
            return try insert(session, connection) ? .opened : .invoiceExists
        }
    }

    /// - Returns: `false` when the invoice number or the idempotency id is taken.
    private func insert(_ session: SessionRecord, _ connection: Connection) throws(VaultError) -> Bool {
        try connection.run(
            "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            .blob(session.id), .text(session.merchant), .text(session.invoice), Value(session.idempotencyID),
            .blob(session.claimsDigest), .text(session.tokens.joined(separator: "\n")), .integer(session.state.rawValue),
            Value(session.expires), .blob(session.request), .integer(Int(session.tokenKey)), .blob(session.tokenNonce)) == 1
    }

    public func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                "SELECT tokens FROM sessions WHERE id = ? AND merchant = ?", .blob(id), .text(merchant)
            ) { row throws(VaultError) in try live(row.lines(0), of: merchant, connection) }
        }
    }

    public func session(_ id: [UInt8], of merchant: String) async throws(VaultError) -> SessionRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT id, merchant, invoice, idempotency, claims_digest, tokens, state, expires, request, token_key,
                    token_nonce
                FROM sessions WHERE id = ? AND merchant = ?
                """, .blob(id), .text(merchant), read: record)
        }
    }

    public func session(invoice: String, of merchant: String) async throws(VaultError) -> SessionRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT id, merchant, invoice, idempotency, claims_digest, tokens, state, expires, request, token_key,
                    token_nonce
                FROM sessions WHERE merchant = ? AND invoice = ?
                """, .text(merchant), .text(invoice), read: record)
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

    private func record(_ row: Row) -> SessionRecord {
        SessionRecord(
            id: row.blob(0), merchant: row.text(1), invoice: row.text(2), idempotencyID: row.optionalText(3),
            claimsDigest: row.blob(4), tokens: row.lines(5),
            state: SessionRecord.State(rawValue: row.integer(6)) ?? .open, expires: row.date(7), request: row.blob(8),
            tokenKey: UInt32(clamping: row.integer(9)), tokenNonce: row.blob(10))
    }
}
