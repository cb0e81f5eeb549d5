internal import Foundation
internal import PGWWire
internal import TokenVault

/// `exchangeRate`: in which other currencies a session may be paid. No connector has rates, so there are none (payments.md §8, P15).
struct ExchangeRateOperation: SessionOperation {
    let name = "exchangerate"
    let finder: SessionFinder

    func answer(_ query: ExchangeRateQuery, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        var response = ExchangeRateResponse()
        response.paymentToken = query.paymentToken
        response.expire = Int(session.record.expires.timeIntervalSince1970) * 1000
        return .response(response, merchant: session.merchant.id)
    }
}
