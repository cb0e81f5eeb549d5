internal import Foundation
internal import HTTPTransport
internal import JOSE
internal import PGWWire
internal import StrictJSON

/// A call that is signed both ways with the merchant's secret (protocol.md §1.1).
struct SignedCall: Sendable {
    let endpoint: URL
    let secret: MerchantSecret
    let transport: any Transport

    func sealed(_ claims: JSONObject) -> Data {
        Data(Envelope(payload: CompactJWS.sign(JSON.object(claims).bytes, with: secret.key)).json.bytes)
    }

    func send(_ body: Data, isRepeatable: Bool) async throws(PaymentTokenError) -> TransportResponse {
        let exchange = TransportRequest(
            url: endpoint, headers: ["Content-Type": "application/json", "Accept": "application/json"], body: body,
            isRepeatable: isRepeatable)
        let answer: TransportResponse
        do throws(TransportError) {
            answer = try await transport.send(exchange)
        } catch {
            throw PaymentTokenError(error)
        }
        if let place = answer.redirection {
            throw PaymentTokenError(.noAnswer, "HTTP status \(answer.status), and a request does not follow it to \(place)")
        }
        return answer
    }

    /// The claims of a signed answer.
    ///
    /// - Throws: ``PaymentTokenError``, of an unsigned refusal with its code.
    func claims(from body: Data, status: Int) throws(PaymentTokenError) -> JSONObject {
        guard let json = try? JSON(parsing: Array(body)), let object = json.object else {
            throw PaymentTokenError(.noAnswer, "HTTP status \(status), and the body is not a JSON object")
        }
        guard let envelope = Envelope(json) else {
            if let refusal = Refusal(object) { throw PaymentTokenError(refusal, isSigned: false) }
            if object["respCode"] != nil { throw .untrusted("an unsigned body says success") }
            throw PaymentTokenError(.noAnswer, "HTTP status \(status), and the body is no answer of the protocol")
        }
        return try verified(envelope)
    }

    func verified(_ envelope: Envelope) throws(PaymentTokenError) -> JSONObject {
        do {
            let payload = try CompactJWS(envelope.payload).verified(by: secret.key)
            if let claims = try JSON(parsing: payload).object { return claims }
        } catch {
            throw .untrusted("\(error)")
        }
        throw .untrusted("the signed claims are not an object")
    }
}
