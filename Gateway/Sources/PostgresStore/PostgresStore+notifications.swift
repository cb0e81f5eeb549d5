public import Foundation
public import TokenVault

extension PostgresStore {
    public func claimNotifications(
        due now: Date, again: Date, beyond horizon: Date, besides queues: [String], limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try await write(
            Bound(.claimNotifications, .date(now), .date(again), .integer(limit), .date(horizon), .texts(queues))
        ) { rows in
            rows.map { NotificationRecord($0) }
        }
    }

    public func update(_ notification: NotificationRecord, after attempts: Int) async throws(VaultError) -> Bool {
        try await write(
            Bound(
                .updateNotification, .short(Bucket.of(notification.session)), .bytes(notification.session),
                .text(notification.merchant), .integer(notification.state.rawValue), .integer(notification.attempts),
                .date(notification.due), .text(notification.answer), .integer(attempts)), order: notification.merchant,
            written: { [self] deadline throws(VaultError) in
                // Asked again it says the same of a payment that was told once more than needed.
                try await self.notification(of: notification.session, notification.merchant, until: deadline) == notification
                    ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func notification(of session: [UInt8], _ merchant: String) async throws(VaultError) -> NotificationRecord? {
        try await notification(of: session, merchant, until: .now + patience)
    }

    private func notification(
        of session: [UInt8], _ merchant: String, until deadline: ContinuousClock.Instant
    ) async throws(VaultError) -> NotificationRecord? {
        try await read(
            Bound(.notification, .short(Bucket.of(session)), .bytes(session), .text(merchant)), until: deadline
        ).first.map { NotificationRecord($0) }
    }

    public func notifications(
        of merchant: String, before session: [UInt8]?, limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try await read(Bound(.notifications, .text(merchant), .bytes(session), .integer(limit))).map { NotificationRecord($0) }
    }
}
