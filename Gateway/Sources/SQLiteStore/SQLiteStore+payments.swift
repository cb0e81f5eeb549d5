public import Foundation
public import TokenVault

extension SQLiteStore {
    public func begin(_ payment: PaymentRecord, of session: SessionRecord, now: Date) async throws(VaultError) -> PaymentOutcome {
        try await writer.write { connection throws(VaultError) in
            let opened = try connection.run(
                "UPDATE sessions SET state = 1 WHERE id = ? AND merchant = ? AND state = 0 AND expires > ?",
                .blob(payment.session), .text(payment.merchant), Value(now))
            guard opened == 1 else {
                return try self.payment(of: payment.session, payment.merchant, connection).map(PaymentOutcome.exists) ?? .closed
            }
            try connection.run(
                "INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", .blob(payment.session), .text(payment.merchant),
                .integer(payment.state), .integer(payment.version), .blob(payment.digest), Value(payment.due),
                .blob(payment.details), .blob(payment.account), Value(payment.created))
            return .begun
        }
    }

    public func payment(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PaymentRecord? {
        try readers.read { connection throws(VaultError) in try payment(of: session, merchant, connection) }
    }

    private func payment(of session: [UInt8], _ merchant: String, _ connection: Connection) throws(VaultError) -> PaymentRecord? {
        try connection.first(
            """
            SELECT session, merchant, state, version, digest, due, details, account, created FROM payments
            WHERE session = ? AND merchant = ?
            """, .blob(session), .text(merchant), read: PaymentRecord.init)
    }

    public func update(_ payment: PaymentRecord, _ ending: PaymentEnding) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            let updated = try connection.run(
                """
                UPDATE payments SET state = ?, version = version + 1, due = ?, details = ?, account = ?
                WHERE session = ? AND merchant = ? AND version = ?
                """, .integer(payment.state), Value(payment.due), .blob(payment.details),
                .blob(payment.account),
                .blob(payment.session), .text(payment.merchant), .integer(payment.version - 1))
            guard updated == 1 else { return false }
            if let notification = ending.notification {
                try connection.run(
                    "INSERT INTO notifications VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .blob(notification.session),
                    .text(notification.merchant), .text(notification.queue), .integer(notification.state.rawValue),
                    .integer(notification.attempts),
                    Value(notification.due), .text(notification.answer), Value(notification.created))
            }
            for name in ending.names {
                try connection.run(
                    "INSERT INTO payment_names VALUES (?, ?, ?) ON CONFLICT DO NOTHING", .text(payment.merchant), .text(name),
                    .blob(payment.session))
            }
            if let plan = ending.plan {
                try connection.run(
                    "INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?)", .blob(plan.session), .text(plan.merchant),
                    .integer(plan.version), Value(plan.due), .blob(plan.details), .blob(plan.account), Value(plan.created))
            }
            return true
        }
    }

    public func payment(named name: String, of merchant: String) async throws(VaultError) -> PaymentRecord? {
        try readers.read { connection throws(VaultError) in
            let session = try connection.first(
                "SELECT session FROM payment_names WHERE merchant = ? AND name = ?", .text(merchant), .text(name)
            ) { $0.blob(0) }
            guard let session else { return nil }
            return try payment(of: session, merchant, connection)
        }
    }

    public func claimPayments(due now: Date, again: Date, beyond horizon: Date, limit: Int) async throws(VaultError)
        -> [PaymentRecord]
    {
        try await writer.write { connection throws(VaultError) in
            try connection.rows(
                """
                UPDATE payments SET due = ?
                WHERE session IN (SELECT session FROM payments WHERE due <= ? OR due > ? ORDER BY due LIMIT ?)
                RETURNING session, merchant, state, version, digest, due, details, account, created
                """, Value(again), Value(now), Value(horizon), .integer(limit), read: PaymentRecord.init)
        }
    }
}
