internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// `payment`: pays a session (payments.md §1.1, §2.1).
///
/// What is refused before the issuer is asked leaves the session as it was. What the issuer says, yes or no, is answered `2000`.
struct PaymentOperation: SessionOperation {
    let name = "payment"
    let finder: SessionFinder
    let cashier: Cashier
    let vault: Vault
    let secured: SecurePayTokens
    let clock: WallClock
    /// Channels this gateway takes payments on; empty for all.
    let channels: Set<String>
    let isSandbox: Bool

    func answer(_ sent: DoPaymentRequest, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let merchant = session.merchant
        do {
            let request = try await secured.opened(sent)
            // Encrypted anew it is the same.
            let digest = merchant.digest(request.withoutCodes.json.bytes)
            if session.record.state != .open {
                return try answer(try await cashier.again(session.record, digest), session, call)
            }
            guard CardChannel.isOffered(session, gateway: channels) else { throw CardChannel.none }
            if merchant.profile.demandsSecurePayToken { try refuseClear(sent) }
            let means = try await PaymentMeans.read(request, session, vault, clock)
            var payment = Payment(
                invoice: session.record.invoice, amount: session.amount, currency: session.currencyCode, submitted: clock.now())
            payment.channel = CardChannel.code
            payment.card = means.card
            payment.demand = session.request.request3DS ?? AuthenticationDemand.wanted.rawValue
            if session.isMerchantInitiated {
                payment.previousSchemePaymentID = try await followed(by: means.card.token ?? "", session)
                payment.demand = AuthenticationDemand.none.rawValue
            }
            payment.isStoringOnly = session.request.tokenizeOnly == true
            payment.isMerchantInitiated = session.isMerchantInitiated
            payment.echo = session.echo
            payment.plan = session.plan(at: clock.now())
            payment.storing = try storing(request, means, session)
            payment.returnURL = try returnAddress(request, session, call)
            // Elsewhere than in a sandbox it is the merchant's own text, and nothing more.
            if isSandbox { payment.note = session.request.userDefined5 }
            let code = try means.securityCode(request, session)
            let instruction = Cashier.Instruction(card: means.number, merchant: merchant, digest: digest)
            return try answer(try await cashier.pay(session.record, payment, instruction, code), session, call)
        } catch let invalid as InvalidMessage {
            return .refused(invalid, merchant: merchant.id)
        } catch let refusal as Refusal {
            return .refused(refusal, merchant: merchant.id)
        } catch is RSAWorkers.Overloaded {
            return .overloaded
        }
    }

    /// Card data in the open, of a merchant that takes it encrypted alone.
    private func refuseClear(_ request: DoPaymentRequest) throws(InvalidMessage) {
        let data = request.payment?.data
        for (name, value) in [("cardNo", data?.cardNo), ("securityCode", data?.securityCode), ("pin", data?.pin)]
        where value != nil {
            throw InvalidMessage(.data(name, .invalidParameter, "is taken inside a securePayToken alone"))
        }
    }

    // MARK: What is asked beside the payment

    /// A card is stored where the payer asks for it, or the merchant for nothing else.
    private func storing(
        _ request: DoPaymentRequest, _ means: PaymentMeans, _ session: FoundSession
    ) throws(InvalidMessage) -> Payment.Storing? {
        guard means.card.token == nil else { return nil }
        guard request.payment?.data?.accountTokenization == true || session.request.tokenizeOnly == true else { return nil }
        guard session.merchant.profile.mayTokenise else {
            throw InvalidMessage(.data("accountTokenization", .tokenisationNotAllowed, "is not enabled for this merchant"))
        }
        return Payment.Storing()
    }

    /// The scheme's name of the payment that one without its customer follows.
    ///
    /// - Parameter token: The stored card that is paid with.
    private func followed(by token: String, _ session: FoundSession) async throws -> String {
        // There is nobody to authenticate.
        guard session.request.request3DS ?? "N" == "N" else {
            throw InvalidMessage(
                FieldProblem(field: "request3DS", code: .invalidParameter, reason: "is not N, where transactionInitiator is M"))
        }
        let name = session.request.previousPaymentID ?? ""
        let scheme = try await cashier.schemePaymentID(of: name, token, for: session.merchant.id)
        if let scheme { return scheme }
        throw InvalidMessage(
            FieldProblem(
                field: "previousPaymentID", code: .invalidParameter,
                reason: "is no payment of this merchant with this stored card"))
    }

    private func returnAddress(
        _ request: DoPaymentRequest, _ session: FoundSession, _ call: CallContext
    ) throws(InvalidMessage) -> String {
        let token = PaymentTokenText.percentEncoded(request.paymentToken)
        let pages = "\(call.address.text)/payment/"
        let place = request.responseReturnUrl ?? "\(pages)\(call.version.rawValue)/#/info/"
        if request.responseReturnUrl != nil {
            let hosts = ReturnHosts(session, gateway: call.address, isSandbox: isSandbox)
            if let reason = hosts.objection(to: place) {
                throw InvalidMessage(FieldProblem(field: "responseReturnUrl", code: .invalidParameter, reason: reason))
            }
        }
        // The gateway's own page goes on in the language that its payer chose.
        let chosen = PageLanguage.of(request.locale ?? session.request.locale).code
        let isOther = place.hasPrefix(pages) && chosen != PageLanguage.of(session.request.locale).code
        return place + token + (isOther ? "?locale=\(chosen)" : "")
    }

    // MARK: The answer

    private func answer(_ said: Cashier.Answer, _ session: FoundSession, _ call: CallContext) throws -> Answer {
        switch said {
        case .used: throw Refusal(code: .usedPaymentToken)
        case .closed: throw Refusal(code: .paymentExpired)
        case .unconnected: throw CardChannel.none
        case .unknownToken: throw InvalidMessage(.unknownToken)
        case .payment(let kept, let isLost):
            var response = TransactionResultResponse()
            response.channelCode = kept.payment.channel
            var code = kept.state.statusCode
            if let address = kept.authenticationAddress(at: call.address) {
                code = .authenticationNeeded
                response.data = address
            }
            if code == .transactionCompleted { response.invoiceNo = kept.payment.invoice }
            var answer = Answer.response(response, code, merchant: session.merchant.id)
            answer.isLost = isLost
            return answer
        }
    }
}

extension FoundSession {
    /// The charges that are to follow, where the merchant asked for them.
    fileprivate func plan(at now: Date) -> RecurringPlan? {
        guard request.recurring == true, request.tokenizeOnly != true, let amount = request.recurringAmount ?? request.amount
        else {
            return nil
        }
        func day(_ text: String?) -> (day: Int, month: Int, year: Int?)? {
            guard let text, let day = Int(text.prefix(2)), let month = Int(text.dropFirst(2).prefix(2)) else { return nil }
            return (day, month, Int(text.dropFirst(4)))
        }
        let rhythm: RecurringPlan.Rhythm
        if let days = request.recurringInterval {
            rhythm = .interval(days: days)
        } else if let on = day(request.chargeOnDate) {
            rhythm = .yearly(day: on.day, month: on.month)
        } else {
            return nil
        }
        let first = day(request.chargeNextDate).map { DateComponents(year: $0.year, month: $0.month, day: $0.day) }
        return RecurringPlan(
            prefix: request.invoicePrefix ?? record.invoice, amount: amount, rhythm: rhythm, count: request.recurringCount ?? 0,
            mostOwed: request.allowAccumulate == true ? request.maxAccumulateAmount : nil, description: request.description,
            timeZone: merchant.zone, now: now, firstDay: first)
    }

    /// What the merchant's request said that its result repeats.
    fileprivate var echo: Payment.Echo {
        var echo = Payment.Echo()
        echo.childMerchantID = request.childMerchantID
        echo.idempotencyID = request.idempotencyID
        echo.userDefined = [
            request.userDefined1, request.userDefined2, request.userDefined3, request.userDefined4, request.userDefined5,
        ]
        echo.backendReturnUrl = request.backendReturnUrl
        echo.version = version.rawValue
        return echo
    }
}

extension DoPaymentRequest {
    /// The same request as often as it is sent: without what is gone after one authorisation.
    fileprivate var withoutCodes: DoPaymentRequest {
        var request = self
        request.payment?.data?.securityCode = nil
        request.payment?.data?.pin = nil
        return request
    }
}
