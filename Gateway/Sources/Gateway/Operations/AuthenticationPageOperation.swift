internal import Foundation
internal import PGWWire
internal import Payments
internal import TokenVault

/// The simulated issuer's page, where a payer of the sandbox authenticates (payments.md §4.2). It is shown, and its form comes back to it.
struct AuthenticationPageOperation: Operation {
    let name = "authentication"
    let cashier: Cashier
    let merchants: Merchants
    var isAnswering = false

    /// The same page, for what the payer sends.
    var answering: Self {
        var page = self
        page.isAnswering = true
        return page
    }

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        guard let kept = try await cashier.find(challenge: call.tail), let merchant = try await merchants.find(kept.merchant)
        else { return .nothing("There is no such authentication.", code: .transactionNotFound) }
        let now = isAnswering ? try await answered(kept, .ofBrowser(body), merchant) : try await cashier.inTime(kept)
        // Finished, or on the issuer's desk: the shop's page goes on.
        guard now.state == .challenged else { return goingBack(now) }
        return page(now, merchant, call)
    }

    private func answered(_ kept: KeptPayment, _ form: Form, _ merchant: Merchant) async throws -> KeptPayment {
        let kept = try await cashier.inTime(kept)
        switch form["action"] {
        case "cancel": return try await cashier.declined(byPayer: kept)
        case "leave": return try await cashier.left(kept)
        // A form is also sent by the Enter key, which presses the first of its buttons or none.
        default: return try await cashier.answered(kept, password: form["otp"] ?? "", for: merchant)
        }
    }

    private func goingBack(_ kept: KeptPayment) -> Answer {
        var answer = Answer(body: [], code: .success, merchant: kept.merchant)
        answer.status = 303
        answer.contentType = "text/plain; charset=utf-8"
        answer.headers = [("Location", kept.payment.returnURL), ("Referrer-Policy", "no-referrer")]
        return answer
    }

    private func page(_ kept: KeptPayment, _ merchant: Merchant, _ call: CallContext) -> Answer {
        let payment = kept.payment
        let failures = payment.challenge?.failures ?? 0
        let texts = [
            "merchant": merchant.profile.name, "amount": "\(payment.amount) \(payment.currency)",
            "card": payment.card?.masked ?? "",
            "problem": failures == 0
                ? "" : "That password is wrong. Tries left: \(OneTimePassword.tries - failures).",
        ]
        var answer = Answer(
            body: PageTemplate.authentication.filled(call.address.path, texts), code: .success,
            merchant: merchant.id)
        answer.contentType = "text/html; charset=utf-8"
        // The form comes back here, and leads on to where the merchant's page is. Apps and shops show issuers' pages in frames.
        let origin = WebAddress(payment.returnURL)?.origin ?? ""
        answer.headers = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self' \(origin)"
            ),
            ("Referrer-Policy", "no-referrer"),
        ]
        return answer
    }
}
