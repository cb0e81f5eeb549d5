internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `/pgw/token`: until when a payment token is good, for the page it leads to.
struct TokenExpiryOperation: Operation {
    let name = "tokenexpiry"
    let sessions: Sessions
    let clock: WallClock

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let request: SessionQuestion
        do throws(RequestBody.Refused) { request = try RequestBody.aboutSession(body) } catch { return error.answer }
        switch sessions.read(request.paymentToken) {
        case .invalid(let refusal): return .refused(refusal)
        case .expired: return .refused(Refusal(code: .paymentExpired))
        case .genuine(let token):
            return .json([
                "expires": .string(token.expires.formatted(.iso8601)),
                // The payer's clock may be another.
                "now": .string(clock.now().formatted(.iso8601)),
                "respCode": .string(ResponseCode.success.rawValue), "respDesc": "success",
            ])
        }
    }
}
