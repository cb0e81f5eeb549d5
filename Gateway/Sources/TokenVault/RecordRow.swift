package import Foundation

/// A row that a store has read, by the places of its columns.
package protocol RecordRow {
    func text(_ column: Int32) -> String
    func blob(_ column: Int32) -> [UInt8]
    func integer(_ column: Int32) -> Int
    func date(_ column: Int32) -> Date
    func optionalDate(_ column: Int32) -> Date?
}

// Records whose columns every store reads in one order.

extension KeyRecord {
    /// id, purpose, wrapped, created, seals; `nil` for a purpose that nobody knows.
    package init?(_ row: some RecordRow) {
        guard let purpose = KeyPurpose(rawValue: row.text(1)) else { return nil }
        self.init(
            id: UInt32(clamping: row.integer(0)), purpose: purpose, wrapped: row.blob(2), created: row.date(3),
            seals: row.integer(4))
    }
}

extension ExchangeKeyRecord {
    /// id, key, created, retires.
    package init(owner: String, _ row: some RecordRow) {
        self.init(owner: owner, id: row.text(0), key: row.blob(1), created: row.date(2), retires: row.optionalDate(3))
    }
}

extension MerchantRecord {
    /// id, version, profile, secrets.
    package init(_ row: some RecordRow) {
        self.init(id: row.text(0), version: row.integer(1), profile: row.blob(2), secrets: row.blob(3))
    }
}

extension ImportRecord {
    /// offset, lines, stored, present, rejected, rejected bytes, whether it is finished.
    package init(id: String, _ row: some RecordRow) {
        self.init(id: id)
        offset = row.integer(0)
        lines = row.integer(1)
        stored = row.integer(2)
        present = row.integer(3)
        rejected = row.integer(4)
        rejectedBytes = row.integer(5)
        isFinished = row.integer(6) == 1
    }
}

extension PlanRecord {
    /// session, merchant, version, due, details, account, created.
    package init(_ row: some RecordRow) {
        self.init(
            session: row.blob(0), merchant: row.text(1), version: row.integer(2), due: row.optionalDate(3), details: row.blob(4),
            account: row.blob(5), created: row.date(6))
    }
}

extension NotificationRecord {
    /// session, merchant, queue, state, attempts, due, answer, created.
    package init(_ row: some RecordRow) {
        self.init(
            session: row.blob(0), merchant: row.text(1), queue: row.text(2), due: row.optionalDate(5), created: row.date(7))
        state = State(rawValue: row.integer(3)) ?? .undelivered
        attempts = row.integer(4)
        answer = row.text(6)
    }
}

extension PaymentRecord {
    /// session, merchant, state, version, digest, due, details, account, created.
    package init(_ row: some RecordRow) {
        self.init(
            session: row.blob(0), merchant: row.text(1), state: row.integer(2), version: row.integer(3), digest: row.blob(4),
            due: row.optionalDate(5), details: row.blob(6), account: row.blob(7), created: row.date(8))
    }
}
