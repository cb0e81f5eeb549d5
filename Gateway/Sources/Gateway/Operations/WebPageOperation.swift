internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// What `webPaymentUrl` leads to: a static page, and what it loads.
struct WebPageOperation: Operation {
    let name = "page"
    let contentType: String
    let bytes: [UInt8]

    static let page = WebPageOperation(contentType: "text/html; charset=utf-8", bytes: PackageResources.page_html)
    static let style = WebPageOperation(contentType: "text/css; charset=utf-8", bytes: PackageResources.page_css)
    static let script = WebPageOperation(contentType: "text/javascript; charset=utf-8", bytes: PackageResources.page_js)

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        var answer = Answer(body: bytes, code: .success)
        answer.contentType = contentType
        // Nothing from elsewhere, and into nobody's frame.
        answer.headers = [
            (
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            )
        ]
        return answer
    }
}

/// `/pgw/token`: until when a payment token is good, for the page it leads to.
struct TokenExpiryOperation: Operation {
    let name = "tokenexpiry"
    let sessions: Sessions

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let request: SessionQuestion
        do throws(RequestBody.Refused) { request = try RequestBody.aboutSession(body) } catch { return error.answer }
        switch sessions.read(request.paymentToken) {
        case .invalid(let refusal): return .refused(refusal)
        case .expired: return .refused(Refusal(code: .paymentExpired))
        case .genuine(let token):
            return .json([
                "expires": .string(token.expires.formatted(.iso8601)), "respCode": .string(ResponseCode.success.rawValue),
                "respDesc": "success",
            ])
        }
    }
}
