public import Foundation
public import HTTPTransport
public import PGWWire

/// Mints payment tokens at a gateway: builds, signs, sends, verifies and reads (protocol.md §1).
///
/// ```swift
/// let client = PaymentTokenClient(gateway: url, secret: try MerchantSecret(secret))
/// var request = PaymentTokenRequest(
///     merchantID: "JT04", invoiceNo: "1595219400", description: "item 1", amount: 1000, currencyCode: "THB")
/// request.customerToken = ["20052010380915759367"]
/// let token = try await client.mint(request).paymentToken
/// ```
public struct PaymentTokenClient: Sendable {
    private let call: SignedCall

    /// - Parameters:
    ///   - gateway: The gateway's address, for example `https://pgw.example`.
    ///   - secret: The merchant's.
    ///   - transport: How requests travel; the system's unless given.
    public init(gateway: URL, secret: MerchantSecret, transport: any Transport = SystemTransport.make()) {
        call = SignedCall(endpoint: gateway.call("payment/4.3/paymentToken"), secret: secret, transport: transport)
    }

    /// Opens a payment session.
    ///
    /// - Returns: The gateway's answer, its signature verified.
    /// - Throws: ``PaymentTokenError``.
    public func mint(_ request: PaymentTokenRequest) async throws(PaymentTokenError) -> PaymentTokenResponse {
        let answer = try await call.send(try sealed(request), isRepeatable: request.idempotencyID != nil)
        return try response(from: answer.body, status: answer.status)
    }

    /// The body of a request: validated, signed, in its envelope.
    public func sealed(_ request: PaymentTokenRequest) throws(PaymentTokenError) -> Data {
        do throws(InvalidMessage) {
            try request.validate()
        } catch {
            throw PaymentTokenError(error)
        }
        return call.sealed(request.claims)
    }

    /// Reads an answer. Refusals come unsigned or signed; a success is only believed with the merchant's signature.
    public func response(from body: Data, status: Int = 200) throws(PaymentTokenError) -> PaymentTokenResponse {
        let claims = try call.claims(from: body, status: status)
        if let refusal = Refusal(claims) { throw PaymentTokenError(refusal, isSigned: true) }
        guard let response = PaymentTokenResponse(claims: claims) else {
            throw .untrusted("the signed claims are not an answer to a payment token request")
        }
        return response
    }
}
