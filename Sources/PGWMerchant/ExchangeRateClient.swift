public import Foundation
public import HTTPTransport
public import PGWWire

/// Asks a gateway in which other currencies a merchant may be paid (payments.md §1.5).
///
/// ```swift
/// let client = ExchangeRateClient(gateway: url, secret: try MerchantSecret(secret))
/// let rates = try await client.rates(SecureExchangeRateRequest(merchantID: "JT04", currencyCode: "THB"))
/// ```
public struct ExchangeRateClient: Sendable {
    private let call: SignedCall

    /// - Parameters:
    ///   - gateway: The gateway's address, for example `https://pgw.example`.
    ///   - secret: The merchant's.
    ///   - transport: How requests travel; the system's unless given.
    public init(gateway: URL, secret: MerchantSecret, transport: any Transport = SystemTransport.make()) {
        call = SignedCall(endpoint: gateway.call("payment/4.3/exchangeRate/secure"), secret: secret, transport: transport)
    }

    /// The rates there are now; none where no connector has any.
    ///
    /// - Parameter request: Whose rates, and of which currency.
    /// - Throws: ``PaymentTokenError``: the request is wrong, the gateway refused it, or its answer cannot be believed.
    public func rates(_ request: SecureExchangeRateRequest) async throws(PaymentTokenError) -> SecureExchangeRates {
        do throws(InvalidMessage) { try request.validate() } catch { throw PaymentTokenError(error) }
        // Asked twice it is answered twice.
        let answer = try await call.send(call.sealed(request.claims), isRepeatable: true)
        let claims = try call.claims(from: answer.body, status: answer.status)
        guard let rates = SecureExchangeRates(answer: claims), rates.merchantID == request.merchantID else {
            throw .untrusted("the signed claims are not the rates that were asked for")
        }
        guard rates.responseCode == ResponseCode.success.rawValue else {
            throw PaymentTokenError(
                Refusal(code: ResponseCode(rawValue: rates.responseCode), description: rates.responseDescription), isSigned: true)
        }
        return rates
    }
}
