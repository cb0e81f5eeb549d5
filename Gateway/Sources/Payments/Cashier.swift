public import Foundation
internal import PGWWire
public import TokenVault

/// Takes payments: each session one, from request to result (payments.md §2.1).
///
/// What is decided is in the store before anybody hears of it. Where the answer of an issuer is not known, it is asked for by
/// ``settle(limit:)``, on whichever node.
public struct Cashier: Sendable {
    let store: any PaymentStore & SessionStore & PlanStore
    let book: PaymentBook
    let tokens: SessionTokens
    let acquirer: (any Acquirer)?
    let clock: WallClock
    let limits: Limits
    private let vault: Vault
    let codes = HeldCodes()
    private let asking = Asking()
    let challenges: Challenges

    public struct Limits: Sendable {
        /// How long an issuer may take.
        public var issuer: TimeInterval = 25
        /// How long a payer may take.
        public var challenge: TimeInterval = 10 * 60
        /// How long an issuer that says nothing is asked.
        public var silence: TimeInterval = 15 * 60
        /// How long after that it is asked again.
        public var again: TimeInterval = 10

        public init() {}
    }

    /// - Parameters:
    ///   - acquirer: Whom payments are asked of; without one none is begun (payments.md §8, P20).
    ///   - bell: Is rung when a merchant is to be told how a payment ended.
    public init(
        store: any PaymentStore & SessionStore & PlanStore, keyring: Keyring, vault: Vault, acquirer: (any Acquirer)?,
        clock: WallClock, bell: Bell? = nil,
        limits: Limits = Limits()
    ) {
        book = PaymentBook(store: store, seals: PaymentSeals(keyring: keyring), bell: bell)
        self.store = store
        tokens = SessionTokens(keyring: keyring)
        challenges = Challenges(keyring: keyring)
        self.vault = vault
        self.acquirer = acquirer
        self.clock = clock
        self.limits = limits
    }

    // MARK: Asking

    /// What became of a session; `nil` where nothing was submitted.
    public func find(_ session: SessionRecord) async throws(VaultError) -> KeptPayment? {
        try await book.find(session.id, of: session.merchant)
    }

    /// The scheme's name of the payment that one without its customer follows (payments.md §8, P5).
    ///
    /// - Parameters:
    ///   - name: That payment's `schemePaymentID`, or its `paymentID`.
    ///   - token: The stored card that is to be paid with.
    /// - Returns: `nil` where the merchant has no such payment of that card.
    public func schemePaymentID(
        of name: String, _ token: String, for merchant: String
    ) async throws(VaultError) -> String? {
        guard let first = try await book.find(named: name, of: merchant), first.payment.token == token else { return nil }
        return first.payment.outcome?.schemePaymentID
    }

    // MARK: Cancelling

    /// Cancels what is not finished.
    ///
    /// - Parameter payment: What is known of one that was not begun.
    /// - Returns: The payment as it is now: cancelled, or further than that.
    public func cancel(_ session: SessionRecord, _ payment: Payment) async throws(VaultError) -> KeptPayment? {
        while true {
            guard let kept = try await find(session) else {
                let now = clock.now()
                var cancelled = payment
                cancelled.outcome = outcome(.cancelled, at: now)
                switch try await book.begin(cancelled, in: session, by: .cancel, card: nil, digest: [], due: nil, now: now) {
                case .begun(let kept): return kept
                case .exists: continue
                case .closed: return nil
                }
            }
            guard kept.state.after(.cancel) != nil else { return kept }
            var cancelled = kept.payment
            cancelled.outcome = outcome(.cancelled, at: clock.now())
            if let moved = try await book.move(kept, by: .cancel, to: cancelled) {
                codes.drop(session.id)
                return moved
            }
        }
    }

    // MARK: Paying

    /// The answer to a request of a session that something was begun in: that of the same request, or none.
    ///
    /// - Parameter digest: See ``Instruction/digest``.
    public func again(_ session: SessionRecord, _ digest: [UInt8]) async throws(VaultError) -> Answer {
        guard let kept = try await find(session) else { return .closed }
        return try await again(kept, digest)
    }

    private func again(_ kept: KeptPayment, _ digest: [UInt8]) async throws(VaultError) -> Answer {
        guard kept.record.digest == digest, !digest.isEmpty else { return .used }
        return .payment(try await awaited(kept))
    }

    /// What is to be paid with, and what is asked beside it.
    public struct Instruction: Sendable {
        public let card: CardNumber
        public let merchant: Merchant
        /// Tells the same request that is sent again from another; made without the security code.
        public let digest: [UInt8]

        public init(card: CardNumber, merchant: Merchant, digest: [UInt8]) {
            self.card = card
            self.merchant = merchant
            self.digest = digest
        }
    }

    public enum Answer: Sendable, Equatable {
        /// It is finished, or waits for the payer.
        ///
        /// - Parameter isLost: Whether its answer is to be lost on the way, in a sandbox.
        case payment(KeptPayment, isLost: Bool = false)
        /// The stored card that was to be paid with is no longer there.
        case unknownToken
        /// Another payment of the session is under way, or was made.
        case used
        /// The session is gone, or has expired.
        case closed
        /// There is nobody to ask.
        case unconnected
    }

    /// Pays a session. The same request again, whenever it comes, has the same answer.
    public func pay(
        _ session: SessionRecord, _ payment: Payment, _ instruction: Instruction, _ code: consuming SecurityCode?
    ) async throws(VaultError) -> Answer {
        guard let acquirer else { return .unconnected }
        let faults = acquirer.faults(try order(payment, of: session.merchant, instruction.card))
        if faults.deletesToken, let token = payment.card?.token {
            do throws(VaultError) { try await vault.delete(token, of: session.merchant) } catch {
                if error.kind == .store { throw error }
            }
            return .unknownToken
        }
        var payment = payment
        payment.agent = acquirer.agentCode
        payment.notificationFault = faults.notification
        payment.issuer = acquirer.issuer(of: instruction.card)
        let now = clock.now()
        // Whoever finds it begun and not ended later than this asks the issuer.
        let due = now + limits.issuer + limits.again
        let beginning = try await book.begin(
            payment, in: session, by: .submit, card: instruction.card, digest: instruction.digest, due: due, now: now)
        switch beginning {
        case .closed: return .closed
        case .exists(let kept): return try await again(kept, instruction.digest)
        case .begun(let kept):
            return .payment(try await authenticated(kept, session, instruction, code), isLost: faults.losesAnswer)
        }
    }

    /// The same payment, once it is no longer being made: whoever sent it twice hears of it once.
    private func awaited(_ kept: KeptPayment) async throws(VaultError) -> KeptPayment {
        var kept = kept
        let deadline = clock.now() + limits.issuer
        while kept.state == .submitted, clock.now() < deadline, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(50))
            kept = try await book.find(kept.record.session, of: kept.record.merchant) ?? kept
        }
        return kept
    }

    // MARK: The issuer

    func authorised(
        _ kept: KeptPayment, _ card: CardNumber, _ merchant: Merchant, _ code: consuming SecurityCode?
    ) async throws(VaultError) -> KeptPayment {
        let order = try order(kept, card)
        let isStoringOnly = kept.payment.isStoringOnly
        let held = HeldCode(code)
        asking.begin(kept.record.session)
        defer { asking.end(kept.record.session) }
        let said = await answer(within: limits.issuer) { [acquirer] in
            isStoringOnly ? await acquirer?.verify(order, held.take()) : await acquirer?.authorise(order, held.take())
        }
        return try await told(kept, (said ?? nil) ?? .unanswered(again: nil), merchant)
    }

    /// Ends a payment with what the issuer said, or has it asked again.
    private func told(_ kept: KeptPayment, _ said: Authorisation, _ merchant: Merchant) async throws(VaultError) -> KeptPayment {
        let now = clock.now()
        switch said {
        case .approved(let approval): return try await approved(kept, approval, merchant, now)
        case .declined(let code, let acquirerCode):
            let code = kept.payment.isStoringOnly ? .tokenisationFailed : code
            var outcome = outcome(code, at: now)
            outcome.acquirerCode = acquirerCode
            return try await ended(kept, .decline, kept.payment, outcome)
        case .unanswered(let again):
            if now >= kept.payment.submitted + limits.silence {
                return try await ended(kept, .giveUp, kept.payment, outcome(.timeout, at: now))
            }
            let due = again.map { max($0, now + 1) } ?? now + limits.again
            let moved =
                kept.state == .unknown
                ? try await book.note(kept, kept.payment, due: due)
                : try await book.move(kept, by: .silence, to: kept.payment, due: due)
            if let moved { return moved }
            return try await current(kept)
        }
    }

    private func approved(
        _ kept: KeptPayment, _ approval: Approval, _ merchant: Merchant, _ now: Date
    ) async throws(VaultError) -> KeptPayment {
        var payment = kept.payment
        if var storing = payment.storing, approval.mayBeStored {
            storing.token = try await stored(kept, storing.candidate, merchant)
            payment.storing = storing
        }
        var code = ResponseCode.success
        if payment.isStoringOnly { code = payment.storing?.token == nil ? .tokenisationFailed : .tokenisationSucceeded }
        var outcome = outcome(code, at: now)
        outcome.acquirerCode = "00"
        outcome.approvalCode = approval.approvalCode
        outcome.tranRef = approval.tranRef
        outcome.referenceNo = approval.referenceNo
        outcome.schemePaymentID = approval.schemePaymentID
        if let card = payment.card, card.renewsExpiry, let token = card.token { try await renew(token, card, merchant) }
        return try await ended(kept, code == .tokenisationFailed ? .decline : .approve, payment, outcome)
    }

    /// Stores the card of an approved payment, or finds it stored: under the token that was drawn for it, or under the one the merchant
    /// keeps for the card.
    ///
    /// - Returns: `nil` where it cannot be: the payment stands all the same (payments.md §8, P9).
    private func stored(_ kept: KeptPayment, _ candidate: String, _ merchant: Merchant) async throws(VaultError) -> String? {
        guard let card = kept.payment.card else { return nil }
        let number = try await book.seals.card(of: kept.record)
        let account = try NewAccount(
            card: number, expiry: try CardExpiry(year: card.expiryYear, month: card.expiryMonth), name: card.holder,
            email: card.email, token: candidate, mayBeNameless: true)
        do throws(VaultError) {
            let stored = try await vault.add(account, for: merchant)
            if stored.token != candidate { try await renew(stored.token, card, merchant) }
            return stored.token
        } catch {
            // Stored by who was here before, and did not come to say so.
            if error.kind == .duplicate, try await !vault.find([candidate], of: merchant.id).isEmpty { return candidate }
            if error.kind == .store { throw error }
            return nil
        }
    }

    /// Puts a new expiry, and the holder's name with it, on a stored card.
    private func renew(_ token: String, _ card: Payment.Card, _ merchant: Merchant) async throws(VaultError) {
        var change = AccountChange()
        change.expiry = try CardExpiry(year: card.expiryYear, month: card.expiryMonth)
        if !card.holder.isEmpty { change.name = card.holder }
        do throws(VaultError) { _ = try await vault.update(token, of: merchant.id, change) } catch {
            // It may have been deleted meanwhile.
            if error.kind == .store { throw error }
        }
    }

    // MARK: Ends

    func ended(
        _ kept: KeptPayment, _ event: PaymentEvent, _ payment: Payment, _ outcome: Payment.Outcome
    ) async throws(VaultError) -> KeptPayment {
        var payment = payment
        payment.outcome = outcome
        // Given up is what was asked for long, and declined what was asked for once.
        let event = kept.state.after(event) == nil && event == .giveUp ? .decline : event
        if let moved = try await book.move(kept, by: event, to: payment) { return moved }
        return try await current(kept)
    }

    /// As somebody else has left it.
    func current(_ kept: KeptPayment) async throws(VaultError) -> KeptPayment {
        try await book.find(kept.record.session, of: kept.record.merchant) ?? kept
    }

    func outcome(_ code: ResponseCode, at now: Date) -> Payment.Outcome {
        Payment.Outcome(code: code.rawValue, acquirerCode: "", at: now)
    }

    func order(_ kept: KeptPayment, _ card: CardNumber) throws(VaultError) -> PaymentOrder {
        try order(kept.payment, of: kept.record.merchant, card)
    }

    private func order(_ payment: Payment, of merchant: String, _ card: CardNumber) throws(VaultError) -> PaymentOrder {
        let shown = payment.card
        var order = PaymentOrder(
            paymentID: payment.paymentID, merchant: merchant, invoice: payment.invoice,
            amount: Decimal(string: payment.amount) ?? 0, currency: payment.currency, card: card,
            expiry: try CardExpiry(year: shown?.expiryYear ?? 0, month: shown?.expiryMonth ?? 0), holder: shown?.holder ?? "",
            demand: AuthenticationDemand(rawValue: payment.demand) ?? .none, submitted: payment.submitted)
        order.isMerchantInitiated = payment.isMerchantInitiated
        order.previousSchemePaymentID = payment.previousSchemePaymentID
        order.eci = payment.eci
        order.note = payment.note
        return order
    }

    // MARK: What is due

    /// Nothing is put off for longer.
    private static let horizon: TimeInterval = 3600

    /// Ends what was left in the middle: challenges that took too long, payments whose node is gone, issuers that said nothing.
    ///
    /// - Parameter merchants: Whose they are.
    /// - Returns: How many were looked at.
    public func settle(limit: Int = 100, _ merchant: (String) async throws(VaultError) -> Merchant?) async throws(VaultError)
        -> Int
    {
        let now = clock.now()
        let claimed = try await book.store.claimPayments(
            due: now, again: now + limits.issuer + limits.again, beyond: now + Self.horizon, limit: limit)
        for record in claimed where !asking.contains(record.session) {
            let kept = try await book.open(record)
            guard let owner = try await merchant(record.merchant) else { continue }
            _ = try await settled(kept, owner)
        }
        return claimed.count
    }

    private func settled(_ kept: KeptPayment, _ merchant: Merchant) async throws(VaultError) -> KeptPayment {
        switch kept.state {
        case .challenged:
            codes.drop(kept.record.session)
            return try await ended(kept, .challengeDeadline, kept.payment, outcome(.browserClosed, at: clock.now()))
        case .submitted, .unknown:
            // Where it was to be authenticated and was not, the issuer was not asked.
            let isAsked = kept.payment.demand == "N" || kept.payment.isMerchantInitiated || kept.payment.eci != nil
            guard isAsked else { return try await ended(kept, .decline, kept.payment, outcome(.timeout, at: clock.now())) }
            let order = try order(kept, try await book.seals.card(of: kept.record))
            return try await told(kept, await acquirer?.inquire(order) ?? .unanswered(again: nil), merchant)
        case .open, .approved, .declined, .cancelled, .expired: return kept
        }
    }
}
