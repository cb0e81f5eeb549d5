internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// What a session is to be paid with: a card, or one that is stored (payments.md §1.9).
struct PaymentMeans {
    let number: CardNumber
    /// As a screen may show it.
    let card: Payment.Card

    /// - Throws: `InvalidMessage` naming what is not as it has to be. Nothing was asked or changed.
    static func read(
        _ request: DoPaymentRequest, _ session: FoundSession, _ vault: Vault, _ clock: WallClock
    ) async throws -> PaymentMeans {
        guard let payment = request.payment else { throw InvalidMessage(.missing("payment")) }
        guard let choice = payment.code else { throw InvalidMessage(.missing("payment.code")) }
        guard choice.channelCode.uppercased() == CardChannel.code else {
            throw InvalidMessage(
                FieldProblem(field: "payment.code.channelCode", code: .invalidChannel, reason: "is not a channel of this session")
            )
        }
        let details = payment.data ?? PaymentDetails()
        try refuseUnserved(details)
        guard let token = details.customerToken else { return try newCard(details, session, clock) }
        guard details.cardNo == nil else {
            throw InvalidMessage(.data("customerToken", .invalidParameter, "stands beside a card number; send one of them"))
        }
        return try await storedCard(token, details, session, vault, clock)
    }

    /// What would change the charge, and nobody here can do: it must not be taken for done.
    private static func refuseUnserved(_ details: PaymentDetails) throws(InvalidMessage) {
        let isAsked: [(String, Bool)] = [
            ("installmentPeriod", (details.installmentPeriod ?? 0) > 0), ("payLaterPeriod", (details.payLaterPeriod ?? 0) > 0),
            ("fxRateID", details.fxRateID != nil), ("token", details.token != nil),
            ("loyaltyPoints", details.loyaltyPoints.map { $0 != .null && $0 != .array([]) } ?? false),
        ]
        if let (name, _) = isAsked.first(where: \.1) {
            throw InvalidMessage(.data(name, .invalidParameter, "is not served by this gateway"))
        }
    }

    // MARK: A new card

    private static func newCard(
        _ details: PaymentDetails, _ session: FoundSession, _ clock: WallClock
    ) throws -> PaymentMeans {
        if session.isMerchantInitiated {
            throw InvalidMessage(.data("customerToken", .invalidParameter, "is needed where transactionInitiator is M"))
        }
        guard let text = details.cardNo else { throw InvalidMessage(.missing("payment.data.cardNo")) }
        if session.request.customerTokenOnly == true {
            throw InvalidMessage(.data("cardNo", .invalidParameter, "is not taken: the session is for stored cards alone"))
        }
        let number: CardNumber
        do throws(VaultError) { number = try CardNumber(text.reveal()) } catch {
            throw InvalidMessage(.data("cardNo", .invalidCardNumberFormat, error.reason))
        }
        guard let expiry = try expiry(details) else { throw InvalidMessage(.missing("payment.data.expiryMonth")) }
        try refuseExpired(expiry, session, clock)
        let holder = details.name ?? ""
        let email = details.email ?? session.user?.email ?? ""
        // As it would be stored, whether it is to be or not: a name that reads as a card number is none.
        do throws(VaultError) {
            _ = try NewAccount(card: number, expiry: expiry, name: holder, email: email, mayBeNameless: true)
        } catch {
            throw InvalidMessage(.data(error.field == "email" ? "email" : "name", .invalidParameter, error.reason))
        }
        return PaymentMeans(
            number: number,
            card: Payment.Card(scheme: number.scheme, masked: number.masked, expiry: expiry, holder: holder, email: email))
    }

    // MARK: A stored one

    private static func storedCard(
        _ token: String, _ details: PaymentDetails, _ session: FoundSession, _ vault: Vault, _ clock: WallClock
    ) async throws -> PaymentMeans {
        // Only those the merchant's request named may be paid with.
        guard session.record.tokens.contains(token),
            let (stored, number) = try await vault.charged(token, of: session.merchant.id)
        else { throw InvalidMessage(.unknownToken) }
        guard let number, let storedExpiry = stored.expiry else {
            throw InvalidMessage(
                .data("customerToken", .invalidChannel, "does not stand for a card whose number this gateway has"))
        }
        let expiry = try expiry(details) ?? storedExpiry
        try refuseExpired(expiry, session, clock)
        if let name = details.name { try check(name) }
        return PaymentMeans(
            number: number,
            card: Payment.Card(
                scheme: number.scheme, masked: number.masked, expiry: expiry, holder: details.name ?? stored.name,
                email: stored.email, token: token, renewsExpiry: expiry != storedExpiry))
    }

    private static func check(_ name: String) throws(InvalidMessage) {
        guard !Texts.holdsCardNumberAmongLetters(name) else {
            throw InvalidMessage(.data("name", .invalidParameter, "reads as a card number"))
        }
    }

    // MARK: Expiry

    /// - Returns: `nil` where none is given.
    private static func expiry(_ details: PaymentDetails) throws(InvalidMessage) -> CardExpiry? {
        switch (details.expiryYear, details.expiryMonth) {
        case (nil, nil): return nil
        case (nil, _): throw InvalidMessage(.missing("payment.data.expiryYear"))
        case (_, nil): throw InvalidMessage(.missing("payment.data.expiryMonth"))
        case (let year?, let month?):
            guard (1...12).contains(month) else {
                throw InvalidMessage(.data("expiryMonth", .invalidExpiryFormat, "is not 1 to 12"))
            }
            do throws(VaultError) { return try CardExpiry(year: year, month: month) } catch {
                throw InvalidMessage(.data("expiryYear", .invalidExpiryFormat, "is not four digits of 2000 to 2099"))
            }
        }
    }

    private static func refuseExpired(
        _ expiry: CardExpiry, _ session: FoundSession, _ clock: WallClock
    ) throws(InvalidMessage) {
        guard expiry.status(at: clock.now(), in: session.merchant.zone) == .expired else { return }
        throw InvalidMessage(.data("expiryMonth", .expiredCard, "and expiryYear are past: the card has expired"))
    }

    // MARK: The security code

    /// A payer knows it; a merchant that asks without its customer does not (payments.md §8, P4).
    func securityCode(_ request: DoPaymentRequest, _ session: FoundSession) throws(InvalidMessage) -> SecurityCode? {
        if session.isMerchantInitiated { return nil }
        guard let text = request.payment?.data?.securityCode else {
            if session.merchant.profile.requiresSecurityCode {
                throw InvalidMessage(.missing("payment.data.securityCode"))
            }
            return nil
        }
        let length = number.scheme.securityCodeLength
        guard let code = SecurityCode(text.reveal(), length: length) else {
            throw InvalidMessage(.data("securityCode", .invalidSecurityCodeFormat, "is not \(length) digits"))
        }
        return code
    }
}

extension FieldProblem {
    /// Of a member of `payment.data`.
    static func data(_ name: String, _ code: ResponseCode, _ reason: String) -> FieldProblem {
        FieldProblem(field: "payment.data.\(name)", code: code, reason: reason)
    }

    /// One the session does not have, or no longer.
    static var unknownToken: FieldProblem { .data("customerToken", .invalidCardToken, "is not a stored card of this session") }
}

extension FoundSession {
    /// Whether the merchant asks without its customer.
    var isMerchantInitiated: Bool { request.transactionInitiator == "M" }
}
