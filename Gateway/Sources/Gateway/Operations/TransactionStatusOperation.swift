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
    /// So that the end of an authentication that was late can be read (payments.md §2.1).
    let grace: TimeInterval = 30 * 60

    func answer(_ query: TransactionStatusQuery, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let kept = try await cashier.find(session.record)
        let state = kept?.state ?? (session.record.expires > clock.now() ? .open : .expired)
        let code = state.statusCode
        if code == .paymentExpired { return .refused(Refusal(code: code), merchant: session.merchant.id) }
        var response = TransactionStatusResponse()
        response.channelCode = kept?.payment.channel ?? ""
        if code == .transactionCompleted { response.invoiceNo = session.record.invoice }
        response.locale = PageLanguage.of(query.locale ?? session.request.locale).code
        if query.additionalInfo == true {
            response.additionalInfo.merchantInfo = Self.merchant(session)
            response.additionalInfo.transactionInfo = Self.transaction(kept?.payment, session)
            if code == .transactionCompleted { response.additionalInfo.resultInfo = Self.result(kept, state, session) }
        }
        return .response(response, code, merchant: session.merchant.id)
    }

    private static func merchant(_ session: FoundSession) -> MerchantAdditionalInfo {
        var info = MerchantAdditionalInfo()
        info.id = session.merchant.id
        info.name = session.merchant.profile.name
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

    private static func result(_ kept: KeptPayment?, _ state: PaymentState, _ session: FoundSession)
        -> PaymentResultAdditionalInfo
    {
        let code = state.inquiryCode(kept?.payment.outcome.map { ResponseCode(rawValue: $0.code) })
        var info = PaymentResultAdditionalInfo()
        info.responseCode = code.rawValue
        info.responseDescription = code.meaning ?? ""
        if let url = session.request.frontendReturnUrl {
            info.autoRedirect = true
            info.autoRedirectTimer = 3000
            info.frontendReturnUrl = url
            info.frontendReturnData = FrontendReturn.data(session, channel: kept?.payment.channel ?? "", code)
        }
        return info
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
