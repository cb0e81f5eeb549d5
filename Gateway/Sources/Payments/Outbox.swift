public import Foundation
internal import PGWWire
public import TokenVault

/// Tells merchants how their payments ended (payments.md §5.2).
///
/// What is to be sent is kept with the end of the payment. It is sent until it is taken or given up: never lost, twice perhaps.
public struct Outbox: Sendable {
    /// Rings when there is something to send.
    public let bell = Bell()
    private let store: any NotificationStore
    private let book: PaymentBook
    private let clock: WallClock

    public init(store: any NotificationStore & PaymentStore, keyring: Keyring, clock: WallClock) {
        self.store = store
        book = PaymentBook(store: store, seals: PaymentSeals(keyring: keyring))
        self.clock = clock
    }

    /// How long one who claims a notification has for it.
    static let turn: TimeInterval = 60

    // MARK: Sending

    /// Nothing waits longer than this for its next attempt.
    private static let horizon: TimeInterval = 25 * 3600

    /// Notifications that are to be sent now, each for one node, in the order they are to be sent in.
    ///
    /// - Parameter queues: Those of ``Notice/queue`` that are left for now.
    public func claim(besides queues: [String], limit: Int) async throws(VaultError) -> [Notice] {
        let now = clock.now()
        var notices: [Notice] = []
        let records = try await store.claimNotifications(
            due: now, again: now + Self.turn, beyond: now + Self.horizon, besides: queues, limit: limit)
        for record in records {
            guard let kept = try await book.find(record.session, of: record.merchant),
                let url = kept.payment.echo.backendReturnUrl
            else { continue }
            notices.append(Notice(payment: kept, url: url, record: record))
        }
        return notices.sorted { $0.payment.payment.submitted < $1.payment.payment.submitted }
    }

    /// Whether there is still time to send what was claimed: later somebody else does.
    public func isInTime(_ notice: Notice) -> Bool { notice.record.due.map { clock.now() < $0 - Notice.limit } ?? false }

    /// Keeps what became of an attempt.
    public func record(_ receipt: Receipt, of notice: Notice) async throws(VaultError) {
        let now = clock.now()
        var record = notice.record
        record.attempts += 1
        record.answer = receipt.words
        record.due = nil
        switch receipt {
        case .taken: record.state = .delivered
        case .unwanted: record.state = .undelivered
        case .failed, .unreached:
            record.due = NotificationSchedule.next(after: record.attempts, of: record.created, now: now)
            if record.due == nil { record.state = .undelivered }
        }
        if case .taken = receipt, notice.fault == .twice, record.attempts == 1 { (record.state, record.due) = (.waiting, now) }
        _ = try await store.update(record, after: notice.record.attempts)
        if record.due == now { bell.ring() }
    }

    // MARK: Asking

    /// The notification of a session's payment; `nil` where there is none.
    public func find(_ session: [UInt8], of merchant: String) async throws(VaultError) -> Notice? {
        guard let record = try await store.notification(of: session, merchant) else { return nil }
        return try await notice(record)
    }

    /// A merchant's notifications, the latest first.
    ///
    /// - Parameter notice: The last of the page before.
    public func list(of merchant: String, before notice: Notice? = nil, limit: Int) async throws(VaultError) -> [Notice] {
        var notices: [Notice] = []
        for record in try await store.notifications(of: merchant, before: notice?.record.session, limit: limit) {
            if let notice = try await self.notice(record) { notices.append(notice) }
        }
        return notices
    }

    private func notice(_ record: NotificationRecord) async throws(VaultError) -> Notice? {
        guard let kept = try await book.find(record.session, of: record.merchant) else { return nil }
        return Notice(payment: kept, url: kept.payment.echo.backendReturnUrl ?? "", record: record)
    }

    /// Has a notification sent once more, whatever became of it.
    ///
    /// - Returns: `false` where it is being sent at this moment.
    public func replay(_ notice: Notice) async throws(VaultError) -> Bool {
        var record = notice.record
        record.state = .waiting
        record.due = clock.now()
        return try await store.update(record, after: record.attempts)
    }
}

/// A notification, and the payment it is about.
public struct Notice: Sendable {
    public let payment: KeptPayment
    /// Where it goes.
    public let url: String
    let record: NotificationRecord

    /// Seconds a merchant has to take it.
    public static let limit: TimeInterval = 15

    /// The same in every attempt, and no other's.
    public var event: String { payment.payment.paymentID }
    public var merchant: String { record.merchant }
    /// What is sent one after the other: a merchant's, to one host.
    public var queue: String { record.queue }
    public var state: NotificationRecord.State { record.state }
    /// How often it was sent.
    public var attempts: Int { record.attempts }
    public var due: Date? { record.due }
    public var created: Date { record.created }
    /// What became of the last attempt.
    public var answer: String { record.answer }

    /// What is to go wrong with it, in a sandbox.
    var fault: SimulatedFaults.NotificationFault? { payment.payment.notificationFault }
    /// Whether the attempt that is next is signed wrongly.
    public var isForged: Bool { fault == .badSignature && attempts == 0 }
    /// Whether it is lost on its way.
    public var isLost: Bool { fault == .never && attempts == 0 }
}

/// What became of an attempt, in the gateway's own words.
public enum Receipt: Sendable, Equatable {
    case taken(String)
    /// The merchant wants it no more.
    case unwanted(String)
    case failed(String)
    /// There was no answer.
    case unreached(String)

    var words: String {
        switch self {
        case .taken(let words), .unwanted(let words), .failed(let words), .unreached(let words): words
        }
    }
}

/// When what was not taken is sent again.
enum NotificationSchedule {
    /// Seconds behind each attempt; the last of them again and again.
    private static let pauses: [TimeInterval] = [60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600]
    private static let longest: TimeInterval = 3 * 86_400

    /// - Parameters:
    ///   - attempts: How often it was sent.
    ///   - share: Of the pause, so that those who failed together do not come back together.
    /// - Returns: `nil` after three days.
    static func next(
        after attempts: Int, of created: Date, now: Date, share: Double = .random(in: 0.9...1.1)
    ) -> Date? {
        let pause = pauses[min(max(attempts, 1), pauses.count) - 1]
        let next = now + pause * share
        return next <= created + longest ? next : nil
    }

    /// How long the first attempt waits.
    static func delay(_ fault: SimulatedFaults.NotificationFault?) -> TimeInterval {
        switch fault {
        case .late(let seconds): seconds
        // Behind those of payments that end in the next minute.
        case .reordered: 60
        default: 0
        }
    }
}
