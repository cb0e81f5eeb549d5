internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// `transactionStatus`: how far a payment is, for the app's screen (payments.md §1.2).
struct TransactionStatusOperation: SessionOperation {
    let name = "transactionstatus"
    let finder: SessionFinder
    let cashier: Cashier
    let clock: WallClock
    let grace: TimeInterval = SessionFinder.graceOfResults

    func answer(_ query: TransactionStatusQuery, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let kept = try await cashier.find(session.record)
        let state = kept?.state ?? session.state(at: clock.now())
        let code = state.statusCode
        var response = TransactionStatusResponse()
        response.channelCode = kept?.payment.channel ?? ""
        if code == .transactionCompleted { response.invoiceNo = session.record.invoice }
        response.locale = PageLanguage.of(query.locale ?? session.request.locale).code
        if query.additionalInfo == true {
            response.additionalInfo.merchantInfo = Self.merchant(session, call)
            response.additionalInfo.transactionInfo = Self.transaction(kept?.payment, session)
            if state.leadsBack {
                response.additionalInfo.resultInfo = PaymentResultAdditionalInfo(kept, state, session)
            }
        }
        return .response(response, code, merchant: session.merchant.id)
    }

    private static func merchant(_ session: FoundSession, _ call: CallContext) -> MerchantAdditionalInfo {
        var info = MerchantAdditionalInfo()
        info.id = session.merchant.id
        info.name = session.merchant.profile.name
        info.logoUrl = call.address.logo(of: session.merchant)
        return info
    }

    private static func transaction(_ payment: Payment?, _ session: FoundSession) -> TransactionAdditionalInfo {
        var info = TransactionAdditionalInfo()
        info.dateTime =
            payment.map { MerchantTime.text($0.outcome?.at ?? $0.submitted, in: session.merchant.zone) } ?? session.opened
        info.channelCode = payment?.card?.scheme ?? ""
        info.data = payment?.card?.masked ?? ""
        info.amount = session.amount
        info.currencyCode = session.currencyCode
        info.invoiceNo = session.record.invoice
        info.productDescription = session.request.description
        return info
    }
}

extension FoundSession {
    /// Of one that nobody has tried to pay.
    func state(at moment: Date) -> PaymentState { record.expires > moment ? .open : .expired }
}

extension PaymentState {
    /// Whether nothing more happens here, so that the payer goes back to the shop.
    var leadsBack: Bool { [.transactionCompleted, .paymentExpired].contains(statusCode) }
}

extension PaymentResultAdditionalInfo {
    /// How a payment ended, and how its payer gets back to the shop.
    init(_ kept: KeptPayment?, _ state: PaymentState, _ session: FoundSession) {
        self.init()
        let code = state.inquiryCode(kept?.payment.outcome.map { ResponseCode(rawValue: $0.code) })
        responseCode = code.rawValue
        responseDescription = code.meaning ?? ""
        if let url = session.returnAddress {
            autoRedirect = true
            autoRedirectTimer = 3000
            frontendReturnUrl = url
            frontendReturnData = FrontendReturn.data(session, channel: kept?.payment.channel ?? "", code)
        }
    }
}

/// What a browser brings back to the shop: a hint, unsigned (payments.md §1.7).
enum FrontendReturn {
    /// Base64 of JSON.
    static func data(_ session: FoundSession, channel: String, _ code: ResponseCode) -> String {
        let json: JSON = [
            "locale": session.request.locale.map { .string($0) } ?? .null, "invoiceNo": .string(session.record.invoice),
            "channelCode": .string(channel), "respCode": .string(code.rawValue), "respDesc": .string(code.meaning ?? ""),
        ]
        return Data(json.bytes).base64EncodedString()
    }
}
