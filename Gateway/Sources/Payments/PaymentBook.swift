internal import Foundation
internal import PGWWire
internal import TokenVault

/// A payment as it is known and as it is kept.
public struct KeptPayment: Sendable, Equatable {
    public let payment: Payment
    public let state: PaymentState
    let record: PaymentRecord

    public var merchant: String { record.merchant }
}

/// Keeps payments: seals what is known, and moves a payment from one state to the next only where the table of states lets it and nobody
/// else was faster.
struct PaymentBook: Sendable {
    let store: any PaymentStore
    let seals: PaymentSeals
    /// Rings when a merchant is to be told.
    var bell: Bell?

    /// What was begun in a session; `nil` where nothing was.
    func find(_ session: [UInt8], of merchant: String) async throws(VaultError) -> KeptPayment? {
        guard let record = try await store.payment(of: session, merchant) else { return nil }
        return try await open(record)
    }

    func open(_ record: PaymentRecord) async throws(VaultError) -> KeptPayment {
        let bytes = try await seals.open(record)
        guard let payment = Payment(kept: bytes), let state = PaymentState(rawValue: record.state) else {
            throw VaultError(.broken, "A payment is of a form this version does not know")
        }
        return KeptPayment(payment: payment, state: state, record: record)
    }

    enum Beginning {
        case begun(KeptPayment)
        case exists(KeptPayment)
        /// The session is gone, or has expired.
        case closed
    }

    /// Begins the payment of an open session with an event.
    func begin(
        _ payment: Payment, in session: SessionRecord, by event: PaymentEvent, card: CardNumber?, digest: [UInt8], due: Date?,
        now: Date
    ) async throws(VaultError) -> Beginning {
        guard let state = PaymentState.open.after(event) else { throw Self.impossible }
        let account: [UInt8] =
            if let card { try await seals.seal(card, of: session.id, session.merchant) } else { [] }
        let record = PaymentRecord(
            session: session.id, merchant: session.merchant, state: state.rawValue, version: 1, digest: digest, due: due,
            details: try await seals.seal(payment.kept, of: session.id, session.merchant, version: 1), account: account,
            created: now)
        switch try await store.begin(record, of: session, now: now) {
        case .begun: return .begun(KeptPayment(payment: payment, state: state, record: record))
        case .exists(let first): return .exists(try await open(first))
        case .closed: return .closed
        }
    }

    /// Moves a payment by an event.
    ///
    /// - Returns: As it is now; `nil` where somebody else was faster.
    func move(
        _ kept: KeptPayment, by event: PaymentEvent, to payment: Payment, due: Date? = nil
    ) async throws(VaultError) -> KeptPayment? {
        guard let state = kept.state.after(event) else { throw Self.impossible }
        return try await write(kept, state, payment, due)
    }

    /// Changes what is known of a payment, and leaves it in its state.
    func note(_ kept: KeptPayment, _ payment: Payment, due: Date?) async throws(VaultError) -> KeptPayment? {
        try await write(kept, kept.state, payment, due)
    }

    private func write(
        _ kept: KeptPayment, _ state: PaymentState, _ payment: Payment, _ due: Date?
    ) async throws(VaultError) -> KeptPayment? {
        var record = kept.record
        let account = record.account
        record.version += 1
        record.state = state.rawValue
        record.due = due
        record.details = try await seals.seal(payment.kept, of: record.session, record.merchant, version: record.version)
        // Nobody is asked about one that is finished.
        if state.isFinal { record.account = [] }
        var ending = state.isFinal ? self.ending(of: payment, record, isApproved: state == .approved) : PaymentEnding()
        if state == .approved, let plan = payment.plan {
            ending.plan = PlanRecord(
                session: record.session, merchant: record.merchant, version: 1, due: plan.next,
                details: try await seals.seal(plan: plan.bytes, of: record.session, record.merchant, version: 1),
                account: account,
                created: payment.outcome?.at ?? record.created)
        }
        guard try await store.update(record, ending) else { return nil }
        if ending.notification != nil { bell?.ring() }
        return KeptPayment(payment: payment, state: state, record: record)
    }

    private func ending(of payment: Payment, _ record: PaymentRecord, isApproved: Bool) -> PaymentEnding {
        var ending = PaymentEnding(notification: notification(of: payment, record))
        // One without its customer is no reason for another; and only a stored card can be asked again.
        if isApproved, !payment.isMerchantInitiated, payment.token != nil {
            ending.names = [payment.outcome?.schemePaymentID, payment.paymentID].compactMap(\.self).filter { !$0.isEmpty }
        }
        return ending
    }

    /// The payment that later ones refer to by a name.
    func find(named name: String, of merchant: String) async throws(VaultError) -> KeptPayment? {
        guard let record = try await store.payment(named: name, of: merchant) else { return nil }
        return try await open(record)
    }

    /// One for each payment that was submitted, where its merchant wants one.
    private func notification(of payment: Payment, _ record: PaymentRecord) -> NotificationRecord? {
        guard payment.card != nil, let url = payment.echo.backendReturnUrl, let end = payment.outcome?.at else { return nil }
        return NotificationRecord(
            session: record.session, merchant: record.merchant,
            queue: "\(record.merchant) \(URLComponents(string: url)?.percentEncodedHost?.lowercased() ?? "")",
            due: end + NotificationSchedule.delay(payment.notificationFault), created: end)
    }

    private static let impossible = VaultError(.refused, "A payment cannot go that way")
}
