public import Foundation
public import TokenVault

extension SQLiteStore {
    public func claimNotifications(
        due now: Date, again: Date, beyond horizon: Date, besides queues: [String], limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try await writer.write { connection throws(VaultError) in
            try connection.rows(
                """
                UPDATE notifications SET due = ? WHERE session IN (
                    SELECT session FROM notifications
                    WHERE (due <= ? OR due > ?) AND instr(?, char(10) || queue || char(10)) = 0 ORDER BY due LIMIT ?)
                RETURNING session, merchant, queue, state, attempts, due, answer, created
                """, Value(again), Value(now), Value(horizon), .text("\n" + queues.joined(separator: "\n") + "\n"),
                .integer(limit), read: NotificationRecord.init)
        }
    }

    public func update(_ notification: NotificationRecord, after attempts: Int) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                """
                UPDATE notifications SET state = ?, attempts = ?, due = ?, answer = ?
                WHERE session = ? AND merchant = ? AND attempts = ?
                """, .integer(notification.state.rawValue), .integer(notification.attempts), Value(notification.due),
                .text(notification.answer), .blob(notification.session), .text(notification.merchant), .integer(attempts)) == 1
        }
    }

    public func notification(of session: [UInt8], _ merchant: String) async throws(VaultError) -> NotificationRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT session, merchant, queue, state, attempts, due, answer, created FROM notifications
                WHERE session = ? AND merchant = ?
                """, .blob(session), .text(merchant), read: NotificationRecord.init)
        }
    }

    public func notifications(
        of merchant: String, before session: [UInt8]?, limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows(
                """
                SELECT session, merchant, queue, state, attempts, due, answer, created FROM notifications
                WHERE merchant = ? AND (? IS NULL OR session < ?) ORDER BY session DESC LIMIT ?
                """, .text(merchant), session.map(Value.blob) ?? .null, session.map(Value.blob) ?? .null, .integer(limit),
                read: NotificationRecord.init)
        }
    }
}
