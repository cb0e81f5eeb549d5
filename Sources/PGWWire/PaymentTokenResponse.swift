public import StrictJSON

/// The claims of a successful answer to a payment token request (protocol.md §1.3).
public struct PaymentTokenResponse: Sendable, Equatable {
    /// Opaque, base64, at most 255 characters. Whoever holds it may see the session's stored cards until it expires.
    public let paymentToken: String
    /// The hosted payment page of this session, where there is one.
    public let webPaymentUrl: String?
    public let code: ResponseCode
    public let text: String

    public init(paymentToken: String, webPaymentUrl: String?) {
        self.paymentToken = paymentToken
        self.webPaymentUrl = webPaymentUrl
        code = .success
        text = "Success"
    }

    /// - Returns: `nil` when the claims are not those of a success.
    public init?(claims: JSONObject) {
        guard claims["respCode"]?.string == ResponseCode.success.rawValue, claims[anyCase: "merchantID"] == nil,
            let token = claims["paymentToken"]?.string, (1...255).contains(token.utf8.count)
        else { return nil }
        self.init(paymentToken: token, webPaymentUrl: claims["webPaymentUrl"]?.string)
    }

    public var claims: JSONObject {
        var claims = JSONObject()
        claims["webPaymentUrl"] = webPaymentUrl.map { .string($0) }
        claims["paymentToken"] = .string(paymentToken)
        claims["respCode"] = .string(code.rawValue)
        claims["respDesc"] = .string(text)
        return claims
    }
}
