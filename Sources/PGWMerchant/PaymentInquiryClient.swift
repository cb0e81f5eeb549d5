public import Foundation
public import HTTPTransport
public import PGWWire

/// Asks a gateway how payments ended (protocol.md §5.4). Right at once after `2000`: nothing needs to be waited for.
///
/// ```swift
/// let client = PaymentInquiryClient(gateway: url, secret: try MerchantSecret(secret))
/// let result = try await client.inquire(PaymentInquiryRequest(merchantID: "JT04", invoiceNo: "1595219400"))
/// if result.responseCode == "0000" { ship() }
/// ```
public struct PaymentInquiryClient: Sendable {
    private let call: SignedCall

    /// - Parameters:
    ///   - gateway: The gateway's address, for example `https://pgw.example`.
    ///   - secret: The merchant's.
    ///   - transport: How requests travel; the system's unless given.
    public init(gateway: URL, secret: MerchantSecret, transport: any Transport = SystemTransport.make()) {
        call = SignedCall(endpoint: gateway.call("payment/4.3/paymentInquiry"), secret: secret, transport: transport)
    }

    /// How a payment ended.
    ///
    /// - Returns: The result, its signature verified: `0000` approved, `4200` stored, `0001` pending, `2002` not begun, and every code
    ///   that says why not.
    /// - Throws: ``PaymentInquiryError``: the request is wrong, the gateway refused it, or its answer cannot be believed.
    public func inquire(_ request: PaymentInquiryRequest) async throws(PaymentInquiryError) -> PaymentResult {
        do throws(InvalidMessage) {
            try request.validate()
        } catch {
            throw PaymentInquiryError(error)
        }
        // Asked twice it is answered twice.
        let answer = try await call.send(call.sealed(request.claims), isRepeatable: true)
        return try result(from: answer.body, status: answer.status, of: request)
    }

    /// Reads an answer, which is only believed with the merchant's signature, and about the payment that was asked about.
    public func result(
        from body: Data, status: Int = 200, of request: PaymentInquiryRequest
    ) throws(PaymentInquiryError) -> PaymentResult {
        guard let result = PaymentResult(claims: try call.claims(from: body, status: status)) else {
            throw .untrusted("the signed claims are not the result of a payment")
        }
        guard result.merchantID == request.merchantID, request.invoiceNo == nil || result.invoiceNo == request.invoiceNo else {
            throw .untrusted("the answer is about another payment")
        }
        return result
    }
}

/// Why there is no result.
public typealias PaymentInquiryError = PaymentTokenError
