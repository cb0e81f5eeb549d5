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
            // The session that was opened under the same idempotency id.
            if !row.isNull(3) {
                return .retried(record(row, from: 3, merchant: session.merchant, idempotencyID: session.idempotencyID))
            }
            return row.integer(0) == session.tokens.count || droppingUnknown ? .invoiceExists : .unknownTokens
        }
    }

    public func session(_ id: [UInt8], of merchant: String) async throws(VaultError) -> SessionRecord? {
        try await read(Bound(.findSession, .short(Bucket.of(id)), .bytes(id), .text(merchant))).first.map {
            record($0, from: 0, merchant: merchant, idempotencyID: $0.optionalText(9))
        }
    }

    public func session(invoice: String, of merchant: String) async throws(VaultError) -> SessionRecord? {
        let rows = try await read(Bound(.sessionOfInvoice, .short(Bucket.of(invoice)), .text(merchant), .text(invoice)))
        // Its name stands for it a moment longer or shorter than it does.
        guard let row = rows.first else { return nil }
        return try await session(row.blob(0), of: merchant).flatMap { $0.invoice == invoice ? $0 : nil }
    }

    private func record(_ row: Row, from column: Int32, merchant: String, idempotencyID: String?) -> SessionRecord {
        SessionRecord(
            id: row.blob(column), merchant: merchant, invoice: row.text(column + 1), idempotencyID: idempotencyID,
            claimsDigest: row.blob(column + 2), tokens: row.texts(column + 3),
            state: SessionRecord.State(rawValue: row.integer(column + 4)) ?? .open, expires: row.date(column + 5),
            request: row.blob(column + 6), tokenKey: UInt32(clamping: row.integer(column + 7)), tokenNonce: row.blob(column + 8))
    }

    public func sweep(before date: Date) async throws(VaultError) -> Int {
        try await write(Bound(.sweepSessions, .date(date))) { $0.first?.integer(0) ?? 0 }
    }

    public func sessionCount() async throws(VaultError) -> Int { try await read(Bound(.sessionCount)).first?.integer(0) ?? 0 }
}
