internal import Foundation
internal import PGWWire
internal import Payments
internal import TokenVault

/// An operation that answers a client's question about a payment session.
protocol SessionOperation: Operation {
    associatedtype Query: SessionQuery
    var finder: SessionFinder { get }
    /// Seconds for which a session that has expired is still found.
    var grace: TimeInterval { get }
    func answer(_ query: Query, _ session: FoundSession, _ call: CallContext) async throws -> Answer
}

extension SessionOperation {
    var isForBrowsers: Bool { true }
    var grace: TimeInterval { 0 }

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let query: Query
        do throws(RequestBody.Refused) { query = try RequestBody.aboutSession(body) } catch { return error.answer }
        do {
            switch try await finder.find(query.paymentToken, grace: grace) {
            case .refused(let refusal): return .refused(refusal)
            case .found(let session): return try await answer(query, session, call)
            }
        } catch {
            return .failed(.unknownError, error)
        }
    }
}

/// A payment session, its merchant, and what the merchant asked for.
struct FoundSession: Sendable {
    let record: SessionRecord
    let request: PaymentTokenRequest
    let merchant: Merchant
    /// Of the call that opened it.
    let version: APIVersion

    init(_ opened: OpenedSession, of merchant: Merchant) {
        record = opened.record
        request = opened.request
        version = opened.version
        self.merchant = merchant
    }

    /// What is paid in, ISO 4217: the merchant's own where the request names none.
    var currencyCode: String { request.currencyCode ?? merchant.profile.currency }
    var currency: Currency? { Currency(code: currencyCode) }

    /// Who pays, as far as the merchant knows.
    var user: UserInfo? { [request.uiParams?.userInfo, request.userInfo].compactMap(\.self).first { $0 != UserInfo() } }

    /// With the currency's decimals: `1000.00`.
    var amount: String {
        guard let amount = request.amount else { return "" }
        return currency.map { Amount.text(amount, in: $0) } ?? "\(amount)"
    }

    /// When it was opened, `yyyyMMddHHmmss` in the merchant's time zone.
    var opened: String { MerchantTime.text(Sessions.opened(record), in: merchant.zone) }
}

/// Finds the session behind a payment token.
struct SessionFinder: Sendable {
    let sessions: Sessions
    let merchants: Merchants

    /// Seconds, so that the end of an authentication that was late can be read (payments.md §2.1).
    static let graceOfResults: TimeInterval = 30 * 60

    enum Finding {
        case refused(Refusal)
        case found(FoundSession)
    }

    /// - Parameter grace: Seconds for which a session that has expired is still found.
    func find(_ paymentToken: String, grace: TimeInterval = 0) async throws -> Finding {
        let token: SessionToken
        var hasExpired = false
        switch sessions.read(paymentToken) {
        case .invalid(let refusal): return .refused(refusal)
        case .expired(let expired):
            guard sessions.hasExpired(expired, within: grace) else { return .refused(Refusal(code: .paymentExpired)) }
            (token, hasExpired) = (expired, true)
        case .genuine(let genuine): token = genuine
        }
        guard let merchant = try await merchants.find(token.merchant), let opened = try await sessions.find(token)
        else {
            // One that was not paid is not kept for long.
            return .refused(Refusal(code: hasExpired ? .paymentExpired : .invalidPaymentToken))
        }
        return .found(FoundSession(opened, of: merchant))
    }
}

extension Answer {
    /// An answer of the protocol, under its own code.
    static func response(_ response: some WireResponse, _ code: ResponseCode = .success, merchant: String? = nil) -> Answer {
        var response = response
        response.responseCode = code.rawValue
        response.responseDescription = code.meaning ?? ""
        return .json(response.wire, code: code, merchant: merchant)
    }
}
