internal import Foundation
internal import PGWWire
internal import Payments
internal import TokenVault

/// `/pgw/return`: takes the browser from the result page back to the shop, with a form whose `paymentResponse` is a hint of the result
/// (payments.md §2.4). Of a payment that has none it leads back to the result page, which says why.
struct ReturnPageOperation: Operation {
    let name = "return"
    let finder: SessionFinder
    let cashier: Cashier
    let clock: WallClock

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let form = Form.ofBrowser(body)
        let paymentToken = form["paymentToken"] ?? ""
        guard case .found(let session) = try await finder.find(paymentToken, grace: SessionFinder.graceOfResults),
            let shop = session.returnAddress
        else { return away(to: Self.resultPage(form, call)) }
        let kept = try await cashier.find(session.record)
        let state = kept?.state ?? session.state(at: clock.now())
        guard state.leadsBack else { return away(to: Self.resultPage(form, call), session.merchant.id) }
        let result = PaymentResultAdditionalInfo(kept, state, session)
        let texts = [
            "merchant": session.merchant.profile.name, "shop": shop, "app": Self.addressOfApp(shop, paymentToken),
            "response": result.frontendReturnData,
        ]
        let page = session.appAddress == nil ? PageTemplate.returning : .returningToApp
        var answer = Answer(body: page.filled(call.address.path, texts), code: .success, merchant: session.merchant.id)
        answer.contentType = "text/html; charset=utf-8"
        // The form goes where the merchant signed, and wherever its server sends the browser on to.
        answer.headers = PagePolicy.headers(
            at: call.address, formsGoTo: nil,
            framedBy: session.request.iframeMode == true ? session.merchant.profile.pageOrigins : [])
        return answer
    }

    /// The page that the browser comes from, in its frame where it was in one.
    private static func resultPage(_ form: Form, _ call: CallContext) -> String {
        let frame = form["frame"] ?? ""
        let token = form["paymentToken"] ?? ""
        // Spelt as tokens are, in base64; genuine or not, the page asks.
        let isToken = (1...255).contains(token.utf8.count) && token.wholeMatch(of: #/[A-Za-z0-9+\/=]+/#) != nil
        let place = isToken ? "#/info/\(PaymentTokenText.percentEncoded(token))" : ""
        return "\(call.address.path)/payment/4.3/\(Merchants.isID(frame) ? "frame/\(frame)/" : "")\(place)"
    }

    /// The token stands in the query, in front of a fragment.
    private static func addressOfApp(_ address: String, _ paymentToken: String) -> String {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let query = "\(parts[0].contains("?") ? "&" : "?")paymentToken=\(PaymentTokenText.percentEncoded(paymentToken))"
        return parts[0] + query + (parts.count == 2 ? "#\(parts[1])" : "")
    }

    private func away(to address: String, _ merchant: String? = nil) -> Answer {
        var answer = Answer(body: [], code: .success, merchant: merchant)
        answer.status = 303
        answer.contentType = "text/plain; charset=utf-8"
        answer.headers = [("Location", address), ("Referrer-Policy", "no-referrer")]
        return answer
    }
}

extension FoundSession {
    /// Where a payer goes afterwards: the shop's page, or its app.
    var returnAddress: String? {
        appAddress ?? request.frontendReturnUrl.flatMap { WebAddress($0) == nil ? nil : $0 }
    }

    /// Of the scheme that is the app's own, `pgw` and its identifier, and of no other (payments.md §8, P23): with the payment token, as the
    /// documented SDK looks for it.
    var appAddress: String? {
        guard let address = request.schemeReturnUrl, let app = request.appBundleID, !app.isEmpty,
            address.lowercased().hasPrefix("pgw\(app.lowercased())://"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"<>"\^`{|}"#.utf8.contains($0) })
        else { return nil }
        return address
    }
}
