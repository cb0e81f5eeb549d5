internal import Foundation
internal import PGWWire
internal import Payments
internal import TokenVault

/// `/pgw/return`: takes the browser from the result page back to the shop, with a form whose `paymentResponse` is a hint of the result
/// (payments.md §2.4). Of a payment that has none it leads back to the result page.
struct ReturnPageOperation: Operation {
    let name = "return"
    let finder: SessionFinder
    let cashier: Cashier

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let paymentToken = Form(body)["paymentToken"] ?? ""
        guard case .found(let session) = try await finder.find(paymentToken, grace: SessionFinder.graceOfResults),
            let shop = session.request.frontendReturnUrl, WebAddress(shop) != nil
        else { return away(to: "\(call.address.path)/payment/4.3/", nil) }
        let kept = try await cashier.find(session.record)
        guard let kept, kept.state.statusCode == .transactionCompleted else {
            let token = PaymentTokenText.percentEncoded(paymentToken)
            return away(to: "\(call.address.path)/payment/4.3/#/info/\(token)", session.merchant.id)
        }
        let result = PaymentResultAdditionalInfo(kept, kept.state, session)
        let texts = ["merchant": session.merchant.profile.name, "shop": shop, "response": result.frontendReturnData]
        var answer = Answer(
            body: PageFile.filled(PackageResources.return_html, call.address.path, texts), code: .success,
            merchant: session.merchant.id)
        answer.contentType = "text/html; charset=utf-8"
        // The form goes where the merchant signed, and wherever its server sends the browser on to.
        answer.headers = PagePolicy.headers(formsGoTo: nil)
        return answer
    }

    private func away(to address: String, _ merchant: String?) -> Answer {
        var answer = Answer(body: [], code: .success, merchant: merchant)
        answer.status = 303
        answer.contentType = "text/plain; charset=utf-8"
        answer.headers = [("Location", address), ("Referrer-Policy", "no-referrer")]
        return answer
    }
}
