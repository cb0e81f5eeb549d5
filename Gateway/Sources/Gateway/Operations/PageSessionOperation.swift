internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// `/pgw/token`: what the page that a payment token leads to shows, and no other call tells. Until when the token is good, in which language
/// the merchant asked, and where the payer goes on whose issuer waits for them.
struct PageSessionOperation: SessionOperation {
    let name = "pagesession"
    let finder: SessionFinder
    let cashier: Cashier
    let clock: WallClock

    func answer(_ query: TransactionStatusQuery, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let authentication = try await cashier.find(session.record)?.authenticationAddress(at: call.address)
        return .json(
            [
                "expires": .string(session.record.expires.formatted(.iso8601)),
                // The payer's clock may be another.
                "now": .string(clock.now().formatted(.iso8601)),
                "locale": session.request.locale.map { .string(PageLanguage.of($0).code) } ?? .null,
                "authentication": authentication.map { .string($0) } ?? .null,
                "respCode": .string(ResponseCode.success.rawValue), "respDesc": "success",
            ], merchant: session.merchant.id)
    }
}

extension KeptPayment {
    /// Where the payer authenticates, of a payment that waits for that.
    func authenticationAddress(at gateway: GatewayAddress) -> String? {
        guard state == .challenged, let challenge = payment.challenge else { return nil }
        return "\(gateway.text)/pgw/authenticate/\(challenge.id)"
    }
}
