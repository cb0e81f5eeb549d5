internal import Foundation
internal import HTTPTransport
internal import PGWWire
internal import StrictJSON

/// Encrypts card data on its way to a gateway of one's own, so that nothing between reads it: as the `securePayToken` of Do Payment
/// (protocol.md §5.2, payments.md §8 P18 and P19).
///
/// The gateway's keys are at `/.well-known/jwks.json`. One that says it has none there is sent card data in the clear, inside TLS, as the
/// documented SDK's own gateways are, which are not asked. Where nothing is said, or a key was known once, nothing goes out in the clear.
enum CardSealing {
    /// What is encrypted where it is given.
    private static let members = ["cardNo", "expiryMonth", "expiryYear", "securityCode", "pin"]
    private static let secrets = ["cardNo", "securityCode", "pin"]

    /// The body of a call with what it has of a card encrypted; as it is where there is nothing to encrypt, or the gateway has no key.
    ///
    /// - Parameter timeout: Seconds the gateway may take to say what its key is.
    /// - Throws: ``PGWError`` where it could not be asked.
    static func sealed(
        _ body: JSON, _ params: PGWSDKParams.Values, anew: Bool = false, timeout: TimeInterval
    ) async throws(PGWError) -> JSON {
        guard var request = body.object, var payment = request["payment"]?.object, var data = payment["data"]?.object,
            data["securePayToken"] == nil, secrets.contains(where: { data[$0] != nil }),
            !APIEnvironment.allCases.contains(where: { $0.gateway == params.gateway }),
            let hash = request["paymentToken"]?.string.flatMap(PublicKey.hash),
            let key = try await GatewayKeys.shared.key(params, anew: anew, timeout: timeout)
        else { return body }
        var payload = JSONObject()
        for member in members { payload[member] = data[member] }
        payload["paymentTokenHash"] = .string(hash)
        guard let token = key.encrypted(JSON.object(payload).bytes) else { return body }
        for member in members { data[member] = nil }
        data["securePayToken"] = .string(token)
        payment["data"] = .object(data)
        request["payment"] = .object(payment)
        return .object(request)
    }

    /// Whether a gateway could not open what was encrypted to it.
    static func isRefused(_ answer: JSONObject) -> Bool { Refusal(answer)?.fields == ["payment.data.securePayToken"] }
}

/// The keys of gateways, each asked for when it is first needed and now and then after that.
private final class GatewayKeys: @unchecked Sendable {
    // @unchecked: `known` is only touched under the lock.
    static let shared = GatewayKeys()

    private let lock = NSLock()
    private var known: [URL: (key: PublicKey?, until: Date)] = [:]

    /// Seconds for which a key is good; it is in use for much longer than that after another has come.
    private static let patience: TimeInterval = 3600
    /// Seconds after which a gateway without one is asked again.
    private static let doubt: TimeInterval = 60

    /// - Parameter anew: Whether to ask for the key there is now.
    /// - Returns: `nil` for a gateway that has none.
    func key(_ params: PGWSDKParams.Values, anew: Bool, timeout: TimeInterval) async throws(PGWError) -> PublicKey? {
        let gateway = params.gateway
        if !anew, let known = lock.withLock({ known[gateway] }), known.until > Date() { return known.key }
        let asked = try await ask(params, timeout)
        return lock.withLock {
            // One that had a key has not lost it: somebody in between says so.
            let key = asked ?? known[gateway]?.key
            known[gateway] = (key, Date(timeIntervalSinceNow: asked == nil ? Self.doubt : Self.patience))
            return key
        }
    }

    private func ask(_ params: PGWSDKParams.Values, _ timeout: TimeInterval) async throws(PGWError) -> PublicKey? {
        let request = TransportRequest(
            url: params.gateway.call(".well-known/jwks.json"), headers: ["Accept": "application/json"], body: nil,
            timeout: timeout, responseLimit: 1 << 16)
        let response: TransportResponse
        do throws(TransportError) { response = try await params.transport.send(request) } catch { throw PGWError(error) }
        // It does not say that it has none; it says nothing.
        guard ![500, 502, 503, 504].contains(response.status) else {
            throw PGWError(.unreadableResponse, detail: "HTTP status \(response.status) where the gateway's key was asked for")
        }
        guard response.status == 200, response.redirection == nil,
            let keys = try? JSON(parsing: Array(response.body), limits: JSONLimits(bytes: 1 << 16)).object?["keys"]?.array
        else { return nil }
        return keys.lazy.compactMap(PublicKey.init).first
    }
}
