internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// `paymentInquiry`: how a payment ended, for the merchant's backend, signed both ways (protocol.md §5.4).
struct PaymentInquiryOperation: Operation {
    let name = "paymentInquiry"
    let requests: SignedRequests
    let sessions: Sessions
    let cashier: Cashier
    let clock: WallClock

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        do {
            let (caller, claims) = try await requests.read(body)
            do {
                let request = try validated(claims)
                let result = try await result(request, caller.merchant)
                let code = ResponseCode(rawValue: result.responseCode)
                return caller.signed(result.claims(call.version, isAmountNumber: true), code)
            } catch let invalid as InvalidMessage {
                return .refused(invalid, merchant: caller.merchant.id)
            } catch let refusal as Refusal {
                return .refused(refusal, merchant: caller.merchant.id)
            }
        } catch let refusal as Refusal {
            return .refused(refusal, fields: refusal.fields)
        } catch {
            return .failed(.inquiryFailed, error)
        }
    }

    private func validated(_ claims: JSONObject) throws(InvalidMessage) -> PaymentInquiryRequest {
        try requests.checkTimes(of: claims)
        return try PaymentInquiryRequest(claims: claims)
    }

    private func result(_ request: PaymentInquiryRequest, _ merchant: Merchant) async throws -> PaymentResult {
        var named = PaymentResult()
        named.merchantID = merchant.id
        named.invoiceNo = request.invoiceNo ?? ""
        guard let session = try await session(request, merchant) else {
            // One that expired unpaid is not kept for long.
            return named.ending(in: request.paymentToken == nil ? .transactionNotFound : .expiredAtInquiry)
        }
        if let kept = try await cashier.find(session.record) { return PaymentResult(kept, of: merchant) }
        named.invoiceNo = session.record.invoice
        named.amount = session.amount
        named.currencyCode = session.currencyCode
        named.transactionDateTime = session.opened
        return named.ending(in: session.record.expires > clock.now() ? .transactionNotFound : .expiredAtInquiry)
    }

    /// - Returns: `nil` where there is none, or none any more.
    private func session(_ request: PaymentInquiryRequest, _ merchant: Merchant) async throws -> FoundSession? {
        var found: OpenedSession?
        if let text = request.paymentToken {
            // It answers always: also of a token that has expired.
            let token: SessionToken
            switch sessions.read(text) {
            case .invalid(let refusal): throw refusal
            case .expired(let read), .genuine(let read): token = read
            }
            guard token.merchant == merchant.id else { throw Refusal(code: .invalidPaymentToken) }
            found = try await sessions.find(token)
            if let found, let invoice = request.invoiceNo, found.record.invoice != invoice {
                throw InvalidMessage(
                    FieldProblem(field: "invoiceNo", code: .invalidParameter, reason: "is not that of the payment token"))
            }
        } else if let invoice = request.invoiceNo {
            found = try await sessions.find(invoice: invoice, of: merchant.id)
        }
        return found.map { FoundSession($0, of: merchant) }
    }
}
