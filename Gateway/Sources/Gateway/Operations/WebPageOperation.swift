internal import PGWWire

/// What `webPaymentUrl` leads to, and what it loads. It is static: the token stands behind `#`, so that no server sees it, and a script asks
/// the calls that an app asks (design decision 16).
struct WebPageOperation: Operation {
    let name = "page"
    let contentType: String
    let bytes: [UInt8]
    var headers: [Header] = []

    static func page(at address: GatewayAddress, isSandbox: Bool) -> WebPageOperation {
        WebPageOperation(
            contentType: "text/html; charset=utf-8",
            bytes: PageTemplate.payment.filled(address.path, ["sandbox": sandboxNote(isSandbox)]),
            headers: PagePolicy.headers(at: address, formsGoTo: "'self'"))
    }

    /// What whoever types a card into a sandbox should know.
    static func sandboxNote(_ isSandbox: Bool) -> String {
        isSandbox ? "This is a sandbox: nothing is charged. Use test cards, never a real one." : ""
    }

    static func file(_ file: PageFile) -> WebPageOperation {
        WebPageOperation(contentType: file.contentType, bytes: file.bytes)
    }

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        var answer = Answer(body: bytes, code: .success)
        answer.contentType = contentType
        answer.headers = headers
        return answer
    }
}

/// What a browser is told of a page where cards are typed: nothing from elsewhere, nothing inline, and into nobody's frame
/// (payments.md §6; W3C CSP 3, Permissions Policy, HTML "cross-origin opener policy", RFC 6797).
enum PagePolicy {
    /// - Parameters:
    ///   - address: Where browsers reach the gateway: by https alone, once one has.
    ///   - target: Where forms may be sent, as the policy spells it; `nil` where the form is the gateway's own words.
    ///   - origins: Whose frames it may be in.
    static func headers(
        at address: GatewayAddress, formsGoTo target: String?, framedBy origins: [String] = []
    ) -> [Header] {
        let policy = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
            target.map { "form-action \($0)" }, "base-uri 'none'",
            "frame-ancestors \(origins.isEmpty ? "'none'" : origins.joined(separator: " "))",
            "require-trusted-types-for 'script'",
        ]
        let headers = [
            ("Content-Security-Policy", policy.compactMap(\.self).joined(separator: "; ")),
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
        return address.text.hasPrefix("https:") ? headers + [("Strict-Transport-Security", "max-age=63072000")] : headers
    }
}
