internal import PGWWire
internal import TokenVault

/// The hosted page for a merchant's own pages, under `/payment/{version}/frame/{merchantID}/`: its policy lets the origins in that the
/// merchant has listed, and no others (payments.md §6, CSP 3 "frame-ancestors").
struct FramedPageOperation: Operation {
    let name = "page"
    let merchants: Merchants
    let isSandbox: Bool

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let id = call.tail.hasSuffix("/") ? String(call.tail.dropLast()) : call.tail
        // Of whoever lists no origin the page is that of a merchant there is none of.
        let found = try await merchants.find(id)
        let merchant = found.flatMap { $0.profile.isActive && !$0.profile.pageOrigins.isEmpty ? $0 : nil }
        let origins = merchant?.profile.pageOrigins ?? []
        var answer = Answer(
            body: PageTemplate.payment.filled(
                call.address.path,
                [
                    "frame-merchant": merchant?.id ?? "", "frame-origins": origins.joined(separator: " "),
                    "sandbox": WebPageOperation.sandboxNote(isSandbox),
                ]),
            code: .success, merchant: merchant?.id)
        answer.contentType = "text/html; charset=utf-8"
        answer.headers = PagePolicy.headers(at: call.address, formsGoTo: "'self'", framedBy: origins)
        return answer
    }
}

/// `/pgw/merchant/{merchantID}.png`: a merchant's logo, for the hosted page.
struct MerchantLogoOperation: Operation {
    let name = "picture"
    let merchants: Merchants

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        guard call.tail.hasSuffix(".png"), let logo = try await merchants.find(String(call.tail.dropLast(4)))?.profile.logo else {
            return .nothing("There is no such picture.")
        }
        var answer = Answer(body: Array(logo), code: .success)
        answer.contentType = "image/png"
        return answer
    }
}

extension GatewayAddress {
    /// Where a merchant's logo is; empty where it has none.
    func logo(of merchant: Merchant) -> String {
        merchant.profile.logo == nil ? "" : "\(text)/pgw/merchant/\(merchant.id).png"
    }
}
