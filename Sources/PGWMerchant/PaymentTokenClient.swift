public import Foundation
public import HTTPTransport
internal import JOSE
public import PGWWire
internal import StrictJSON

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
    private let endpoint: URL
    private let secret: MerchantSecret
    private let transport: any Transport

    /// - Parameters:
    ///   - gateway: The gateway's address, for example `https://pgw.example`.
    ///   - secret: The merchant's.
    ///   - transport: How requests travel; the system's unless given.
    public init(gateway: URL, secret: MerchantSecret, transport: any Transport = SystemTransport.make()) {
        endpoint = gateway.call("payment/4.3/paymentToken")
        self.secret = secret
        self.transport = transport
    }

    /// Opens a payment session.
    ///
    /// - Returns: The gateway's answer, its signature verified.
    /// - Throws: ``PaymentTokenError``.
    public func mint(_ request: PaymentTokenRequest) async throws(PaymentTokenError) -> PaymentTokenResponse {
        let exchange = TransportRequest(
            url: endpoint, headers: ["Content-Type": "application/json", "Accept": "application/json"],
            body: try sealed(request), isRepeatable: request.idempotencyID != nil)
        let answer: TransportResponse
        do throws(TransportError) {
            answer = try await transport.send(exchange)
        } catch {
            throw PaymentTokenError(error)
        }
        if let place = answer.redirection {
            throw PaymentTokenError(.noAnswer, "HTTP status \(answer.status), and a request does not follow it to \(place)")
        }
        return try response(from: answer.body, status: answer.status)
    }

    /// The body of a request: validated, signed, in its envelope.
    public func sealed(_ request: PaymentTokenRequest) throws(PaymentTokenError) -> Data {
        do throws(InvalidMessage) {
            try request.validate()
        } catch {
            throw PaymentTokenError(error)
        }
        let payload = CompactJWS.sign(JSON.object(request.claims).bytes, with: secret.key)
        return Data(Envelope(payload: payload).json.bytes)
    }

    /// Reads an answer. Refusals come unsigned or signed; a success is only believed with the merchant's signature.
    public func response(from body: Data, status: Int = 200) throws(PaymentTokenError) -> PaymentTokenResponse {
        guard let json = try? JSON(parsing: Array(body)), let object = json.object else {
            throw PaymentTokenError(.noAnswer, "HTTP status \(status), and the body is not a JSON object")
        }
        guard let envelope = Envelope(json) else {
            if let refusal = Refusal(object) { throw PaymentTokenError(refusal, isSigned: false) }
            if object["respCode"] != nil { throw .untrusted("an unsigned body says success") }
            throw PaymentTokenError(.noAnswer, "HTTP status \(status), and the body is no answer of the protocol")
        }
        let claims = try verified(envelope)
        if let refusal = Refusal(claims) { throw PaymentTokenError(refusal, isSigned: true) }
        guard let response = PaymentTokenResponse(claims: claims) else {
            throw .untrusted("the signed claims are not an answer to a payment token request")
        }
        return response
    }

    private func verified(_ envelope: Envelope) throws(PaymentTokenError) -> JSONObject {
        do {
            let payload = try CompactJWS(envelope.payload).verified(by: secret.key)
            if let claims = try JSON(parsing: payload).object { return claims }
        } catch {
            throw .untrusted("\(error)")
        }
        throw .untrusted("the signed claims are not an object")
    }
}
