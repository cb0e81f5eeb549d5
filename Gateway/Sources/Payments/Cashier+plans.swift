internal import Foundation
internal import PGWWire
internal import StrictJSON
public import TokenVault

extension Cashier {
    /// Makes the charges of plans that are due: without the customer, each a payment of its own with its own invoice, result and
    /// notification (payments.md §8, P21).
    ///
    /// - Parameter merchant: Whose they are.
    /// - Returns: How many were looked at.
    public func chargePlans(
        limit: Int = 20, _ merchant: (String) async throws(VaultError) -> Merchant?
    ) async throws(VaultError) -> Int {
        guard acquirer != nil else { return 0 }
        let now = clock.now()
        // Whoever is gone in the middle leaves it to be looked at again.
        let claimed = try await store.claimPlans(due: now, again: now + limits.issuer + 2 * limits.again, limit: limit)
        for record in claimed {
            let plan = try await open(record)
            guard let owner = try await merchant(record.merchant), owner.profile.isActive else { continue }
            try await charge(plan, record, owner)
        }
        return claimed.count
    }

    private func charge(_ plan: RecurringPlan, _ record: PlanRecord, _ merchant: Merchant) async throws(VaultError) {
        guard let first = try await book.find(record.session, of: merchant.id) else { return }
        let sequence = plan.sequence + 1
        let invoice = plan.invoice(sequence)
        let kept: KeptPayment
        switch try await begin(invoice, plan, first.payment.currency, merchant) {
        case .begun(let session): kept = try await charge(plan, first, record, session, sequence, merchant)
        case .exists(let session):
            let made = try await book.find(session.id, of: merchant.id)
            if let made, made.payment.recurring?.uniqueID == plan.uniqueID {
                // Made by who was here before, and did not come to say so.
                kept = made
            } else if made == nil, session.expires > clock.now(), session.tokens.isEmpty,
                session.claimsDigest == Self.ownDigest(plan)
            {
                kept = try await charge(plan, first, record, session, sequence, merchant)
            } else {
                // The merchant's own: the number after it is tried.
                var passed = plan
                passed.sequence = sequence
                return try await keep(passed, record, due: clock.now())
            }
        }
        // The issuer may yet say what it came to.
        guard kept.state.isFinal else { return }
        var next = plan
        next.sequence = sequence
        let due = next.went(well: kept.state == .approved, at: kept.payment.submitted)
        try await keep(next, record, due: due)
    }

    private enum Beginning {
        case begun(SessionRecord)
        case exists(SessionRecord)
    }

    /// Tells a session of a plan's own from the merchant's.
    private static func ownDigest(_ plan: RecurringPlan) -> [UInt8] { Array(plan.uniqueID.utf8) }

    /// A session of its own, which nobody is given a token of.
    private func begin(
        _ invoice: String, _ plan: RecurringPlan, _ currency: String, _ merchant: Merchant
    ) async throws(VaultError) -> Beginning {
        let now = clock.now()
        let id = SessionRecord.newID(at: now)
        let request = PaymentTokenRequest(
            merchantID: merchant.id, invoiceNo: invoice, description: plan.description, amount: plan.due, currencyCode: currency)
        let seal = try await tokens.newSeal()
        let session = SessionRecord(
            id: id, merchant: merchant.id, invoice: invoice, idempotencyID: nil, claimsDigest: Self.ownDigest(plan), tokens: [],
            state: .open, expires: now + 3600,
            request: try await tokens.sealRequest(JSON.object(request.claims).bytes, merchant: merchant.id, session: id),
            tokenKey: seal.key, tokenNonce: seal.nonce)
        if try await store.begin(session, droppingUnknown: false, now: now) == .opened { return .begun(session) }
        // Gone meanwhile, it is looked at again.
        guard let there = try await store.session(invoice: invoice, of: merchant.id) else {
            throw VaultError(.store, "A session of a plan came and went")
        }
        return .exists(there)
    }

    private func charge(
        _ plan: RecurringPlan, _ first: KeptPayment, _ record: PlanRecord, _ session: SessionRecord, _ sequence: Int,
        _ merchant: Merchant
    ) async throws(VaultError) -> KeptPayment {
        let card = try await book.seals.card(of: record)
        let now = clock.now()
        var payment = Payment(
            invoice: session.invoice,
            amount: Currency(code: first.payment.currency).map { Amount.text(plan.due, in: $0) } ?? "\(plan.due)",
            currency: first.payment.currency, submitted: now)
        payment.channel = first.payment.channel
        payment.card = first.payment.card
        payment.card?.token = first.payment.token
        payment.card?.renewsExpiry = false
        payment.isMerchantInitiated = true
        payment.previousSchemePaymentID = first.payment.outcome?.schemePaymentID
        payment.agent = first.payment.agent
        payment.issuer = first.payment.issuer
        payment.echo = first.payment.echo
        payment.echo.idempotencyID = nil
        payment.note = first.payment.note
        payment.recurring = Payment.Recurring(uniqueID: plan.uniqueID, sequence: sequence)
        let due = now + limits.issuer + limits.again
        switch try await book.begin(payment, in: session, by: .submit, card: card, digest: [], due: due, now: now) {
        case .begun(let kept): return try await authorised(kept, card, merchant, nil)
        case .exists(let kept): return kept
        case .closed: throw VaultError(.store, "A session of a plan was gone before it was paid")
        }
    }

    // MARK: Plans as they are kept

    private func open(_ record: PlanRecord) async throws(VaultError) -> RecurringPlan {
        let bytes = try await book.seals.open(record)
        guard let plan = try? JSONDecoder().decode(RecurringPlan.self, from: Data(bytes)) else {
            throw VaultError(.broken, "A plan is of a form this version does not know")
        }
        return plan
    }

    private func keep(_ plan: RecurringPlan, _ record: PlanRecord, due: Date?) async throws(VaultError) {
        var next = record
        next.version += 1
        next.due = due
        // Nobody is asked about a plan that is finished.
        if due == nil { next.account = [] }
        next.details = try await book.seals.seal(plan: plan.bytes, of: next.session, next.merchant, version: next.version)
        _ = try await store.update(next)
    }
}

extension RecurringPlan {
    var bytes: [UInt8] {
        get throws(VaultError) {
            guard let data = try? JSONEncoder().encode(self) else { throw VaultError(.broken, "A plan could not be written") }
            return Array(data)
        }
    }
}
