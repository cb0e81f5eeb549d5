internal import Foundation
internal import PGWWire
public import TokenVault

/// What happens between a payment's beginning and the issuer's word where the payer is to be authenticated (payments.md §2.1).
extension Cashier {
    /// The payment whose payer an address sends to authenticate; `nil` for an address that nobody was sent to.
    public func find(challenge id: String) async throws(VaultError) -> KeptPayment? {
        guard let (session, merchant) = challenges.read(id), let kept = try await book.find(session, of: merchant),
            kept.payment.challenge?.id == id
        else { return nil }
        return kept
    }

    /// Authenticates where the merchant asks for it, and asks the issuer then.
    func authenticated(
        _ kept: KeptPayment, _ session: SessionRecord, _ instruction: Instruction, _ code: consuming SecurityCode?
    ) async throws(VaultError) -> KeptPayment {
        let demand = AuthenticationDemand(rawValue: kept.payment.demand) ?? .none
        guard let acquirer, demand != .none, !kept.payment.isMerchantInitiated else {
            return try await authorised(kept, instruction.card, instruction.merchant, code)
        }
        let status = await acquirer.authenticate(try order(kept, instruction.card))
        var payment = kept.payment
        payment.authentication = status.rawValue
        if status == .challenge {
            let until = min(clock.now() + limits.challenge, session.expires)
            payment.challenge = Payment.Challenge(id: try await challenges.name(session, until: until), until: until)
            guard let moved = try await book.move(kept, by: .challenge, to: payment, due: until) else {
                return try await current(kept)
            }
            codes.hold(code, for: session.id)
            return moved
        }
        payment.eci = status.eci(instruction.card.scheme)
        guard status.suffices(isDemanded: demand == .forced) else {
            return try await ended(kept, .decline, payment, outcome(.notAuthenticated, at: clock.now()))
        }
        // Kept before the issuer is asked: without it nobody asks what became of the asking.
        guard let noted = try await book.note(kept, payment, due: kept.record.due) else { return try await current(kept) }
        return try await authorised(noted, instruction.card, instruction.merchant, code)
    }

    /// Goes on where the payer has done what was asked, or has not.
    ///
    /// - Parameter status: What authentication came to.
    public func answered(
        _ kept: KeptPayment, _ status: AuthenticationStatus, for merchant: Merchant
    ) async throws(VaultError) -> KeptPayment {
        var kept = kept
        while kept.state == .challenged {
            var payment = kept.payment
            payment.authentication = status.rawValue
            let card = try await book.seals.card(of: kept.record)
            payment.eci = status.eci(card.scheme)
            guard status.suffices(isDemanded: payment.demand == AuthenticationDemand.forced.rawValue) else {
                codes.drop(kept.record.session)
                payment.outcome = outcome(.notAuthenticated, at: clock.now())
                if let moved = try await book.move(kept, by: .decline, to: payment) { return moved }
                kept = try await current(kept)
                continue
            }
            let due = clock.now() + limits.issuer + limits.again
            if let moved = try await book.move(kept, by: .authenticate, to: payment, due: due) {
                return try await authorised(moved, card, merchant, codes.take(kept.record.session))
            }
            // A wrong password was counted meanwhile.
            kept = try await current(kept)
        }
        return kept
    }

    /// Goes on with what the payer typed on the simulated issuer's page: a wrong one-time password may be typed again, twice.
    public func answered(
        _ kept: KeptPayment, password: String, for merchant: Merchant
    ) async throws(VaultError) -> KeptPayment {
        if let status = OneTimePassword.status(of: password) { return try await answered(kept, status, for: merchant) }
        // Each that is wrong counts, however many come at once.
        var kept = kept
        while kept.state == .challenged, var challenge = kept.payment.challenge {
            challenge.failures += 1
            if challenge.failures >= OneTimePassword.tries { return try await answered(kept, .notAuthenticated, for: merchant) }
            var payment = kept.payment
            payment.challenge = challenge
            if let noted = try await book.note(kept, payment, due: kept.record.due) { return noted }
            kept = try await current(kept)
        }
        return kept
    }

    /// The payer does not want to pay any more, and says so to the issuer.
    public func declined(byPayer kept: KeptPayment) async throws(VaultError) -> KeptPayment {
        guard kept.state == .challenged else { return kept }
        codes.drop(kept.record.session)
        return try await ended(kept, .decline, kept.payment, outcome(.cancelledByPayer, at: clock.now()))
    }

    /// A payment whose payer may still authenticate; one who took too long has left.
    public func inTime(_ kept: KeptPayment) async throws(VaultError) -> KeptPayment {
        guard let challenge = kept.payment.challenge, clock.now() >= challenge.until else { return kept }
        return try await left(kept)
    }

    /// The payer closed the browser, or took too long.
    public func left(_ kept: KeptPayment) async throws(VaultError) -> KeptPayment {
        guard kept.state == .challenged else { return kept }
        codes.drop(kept.record.session)
        return try await ended(kept, .leave, kept.payment, outcome(.browserClosed, at: clock.now()))
    }
}
