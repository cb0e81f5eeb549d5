public import Foundation
public import TokenVault

extension PostgresStore {
    public func begin(
        _ session: SessionRecord, droppingUnknown: Bool, now: Date
    ) async throws(VaultError) -> SessionOutcome {
        try await write(
            Bound(
                .beginSession, .short(Bucket.of(session.id)), .text(session.merchant), .shorts(session.tokens.map(Bucket.of)),
                .texts(session.tokens), .short(Bucket.of(session.invoice)), .text(session.invoice),
                .short(session.idempotencyID.map(Bucket.of)), .text(session.idempotencyID), .bytes(session.id),
                .bytes(session.claimsDigest), .date(session.expires), .integer(session.state.rawValue), .date(now),
                .flag(droppingUnknown), .bytes(session.request), .integer(Int(session.tokenKey)), .bytes(session.tokenNonce)),
            order: session.merchant,
            written: { [self] deadline throws(VaultError) in
                let row = try await read(Bound(.session, .short(Bucket.of(session.id)), .bytes(session.id)), until: deadline)
                return row.count == 1 ? .opened : nil
            }
        ) { rows throws(VaultError) in
            guard let row = rows.first else { throw VaultError(.store, "The store failed") }
            if row.integer(2) == 1 { return .opened }
            if !row.isNull(3) { return .retried(first(row, of: session)) }
            return row.integer(0) == session.tokens.count || droppingUnknown ? .invoiceExists : .unknownTokens
        }
    }

    /// The session that was opened under the same idempotency id.
    private func first(_ row: Row, of session: SessionRecord) -> SessionRecord {
        SessionRecord(
            id: row.blob(3), merchant: session.merchant, invoice: row.text(4), idempotencyID: session.idempotencyID,
            claimsDigest: row.blob(5), tokens: row.texts(6), state: SessionRecord.State(rawValue: row.integer(7)) ?? .open,
            expires: row.date(8), request: row.blob(9), tokenKey: UInt32(clamping: row.integer(10)), tokenNonce: row.blob(11))
    }

    public func sweep(before date: Date) async throws(VaultError) -> Int {
        try await write(Bound(.sweepSessions, .date(date))) { $0.first?.integer(0) ?? 0 }
    }

    public func sessionCount() async throws(VaultError) -> Int { try await read(Bound(.sessionCount)).first?.integer(0) ?? 0 }
}
