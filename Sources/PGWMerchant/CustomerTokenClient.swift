public import Foundation
public import HTTPTransport
internal import JOSE
public import PGWWire
internal import StrictJSON

/// Stores a merchant's cards at a gateway and keeps them: encrypts, signs, sends, verifies, opens (protocol.md §4).
///
/// ```swift
/// let keys = try await GatewayPublicKeys.fetch(from: url)
/// let client = CustomerTokenClient(gateway: url, merchantID: "JT04", keys: try MerchantKeyPair(privateKeyPEM: pem), gatewayKeys: keys)
/// let stored = try await client.add(cardNumber: "4111111111111111", expiry: "2030-12-31", name: "Somchai Jaidee")
/// print(stored.token)
/// ```
public struct CustomerTokenClient: Sendable {
    private let gateway: URL
    private let merchantID: String
    private let keys: MerchantKeyPair
    private let gatewayKeys: GatewayPublicKeys
    private let encryption: KeyEncryption
    private let transport: any Transport

    /// - Parameters:
    ///   - gateway: The gateway's address, for example `https://pgw.example`.
    ///   - merchantID: Whose cards; at most 25 letters and digits.
    ///   - keys: The merchant's; the gateway must know the public one.
    ///   - gatewayKeys: The gateway's.
    ///   - usesSHA256: Whether keys are encrypted with `RSA-OAEP-256` instead of the protocol's `RSA-OAEP`.
    ///   - transport: How requests travel; the system's unless given.
    public init(
        gateway: URL, merchantID: String, keys: MerchantKeyPair, gatewayKeys: GatewayPublicKeys, usesSHA256: Bool = false,
        transport: any Transport = SystemTransport.make()
    ) {
        self.gateway = gateway
        self.merchantID = merchantID
        self.keys = keys
        self.gatewayKeys = gatewayKeys
        encryption = usesSHA256 ? .rsaOAEP256 : .rsaOAEP
        self.transport = transport
    }

    // MARK: Calls

    /// Stores a card.
    ///
    /// - Parameters:
    ///   - cardNumber: 12 to 19 digits.
    ///   - expiry: `yyyy-MM-dd`; the day says nothing.
    ///   - name: The holder's, at most 50 characters.
    ///   - email: The holder's, at most 50 characters.
    /// - Returns: The card as it is stored, with its customer token.
    /// - Throws: ``CustomerTokenError``.
    public func add(
        cardNumber: String, expiry: String, name: String, email: String? = nil
    ) async throws(CustomerTokenError) -> CustomerTokenResponse {
        var request = AddCustomerTokenRequest(merchantID: merchantID, accountNo: cardNumber, name: name, expiry: expiry)
        request.email = email
        return try await add(request)
    }

    /// Stores a card, or another provider's token of one.
    ///
    /// - Parameter request: What is to be stored; see <doc:CustomerTokenFields>.
    /// - Throws: ``CustomerTokenError``.
    public func add(_ request: AddCustomerTokenRequest) async throws(CustomerTokenError) -> CustomerTokenResponse {
        try await call(.add, request)
    }

    /// Looks a stored card up.
    ///
    /// - Throws: ``CustomerTokenError``; of code `4202` for a token the merchant does not have.
    public func get(_ token: String) async throws(CustomerTokenError) -> CustomerTokenResponse {
        try await call(.get, NamedCustomerTokenRequest(merchantID: merchantID, token: token))
    }

    /// Changes what is known of a stored card. Name and expiry are mandatory; what else is not given stays as it is.
    ///
    /// - Throws: ``CustomerTokenError``; of code `4202` for a token the merchant does not have.
    public func update(_ request: UpdateCustomerTokenRequest) async throws(CustomerTokenError) -> CustomerTokenResponse {
        try await call(.update, request)
    }

    /// Deletes a stored card. Its token is never given out again.
    ///
    /// - Throws: ``CustomerTokenError``; of code `4202` for a token the merchant does not have.
    @discardableResult
    public func delete(_ token: String) async throws(CustomerTokenError) -> CustomerTokenResponse {
        try await call(.delete, NamedCustomerTokenRequest(merchantID: merchantID, token: token))
    }

    // MARK: What travels

    private func call<Message: CustomerTokenMessage>(
        _ action: CustomerTokenAction, _ request: Message
    ) async throws(CustomerTokenError) -> CustomerTokenResponse {
        let exchange = TransportRequest(
            url: gateway.call("customertoken/3.0/CustomerToken/\(action.rawValue)"),
            headers: ["Content-Type": "text/plain", "Accept": "text/plain"], body: try sealed(request),
            isRepeatable: action == .get)
        let answer: TransportResponse
        do throws(TransportError) { answer = try await transport.send(exchange) } catch { throw CustomerTokenError(error) }
        if let place = answer.redirection {
            throw CustomerTokenError(.noAnswer, "HTTP status \(answer.status), and a request does not follow it to \(place)")
        }
        return try response(from: answer.body, status: answer.status)
    }

    /// The body of a request: validated, encrypted, signed.
    public func sealed<Message: CustomerTokenMessage>(_ request: Message) throws(CustomerTokenError) -> Data {
        let json = request.json
        do throws(InvalidMessage) { _ = try Message(json.object ?? JSONObject()) } catch { throw CustomerTokenError(error) }
        guard let recipient = gatewayKeys.keys.first else { throw CustomerTokenError(.invalidKey, "the gateway has no key") }
        do throws(JOSEError) {
            return Data(try SealedMessage.seal(json.bytes, to: recipient, signedBy: keys.key, encryption).utf8)
        } catch {
            throw CustomerTokenError(.invalidKey, "\(error)")
        }
    }

    /// Reads an answer. A success is only believed when it opens with the merchant's key and the gateway has signed it.
    public func response(from body: Data, status: Int = 200) throws(CustomerTokenError) -> CustomerTokenResponse {
        let bytes = Array(body)
        if let object = try? JSON(parsing: bytes).object {
            if let refusal = Refusal(maintenance: object) { throw CustomerTokenError(refusal, isSealed: false) }
            throw CustomerTokenError(.noAnswer, "HTTP status \(status), and the body is no answer of the protocol")
        }
        let answer: JSONObject?
        do {
            let message = try SealedMessage(String(decoding: bytes, as: UTF8.self), to: [keys.key])
            _ = try message.verified(by: gatewayKeys.keys)
            answer = try JSON(parsing: message.unverifiedPlaintext).object
        } catch {
            throw CustomerTokenError(bytes.isEmpty ? .noAnswer : .untrusted, "HTTP status \(status): \(error)")
        }
        guard let answer else { throw CustomerTokenError(.untrusted, "the sealed answer is not an object") }
        if let refusal = Refusal(maintenance: answer) { throw CustomerTokenError(refusal, isSealed: true) }
        guard let response = CustomerTokenResponse(answer), response.merchantID == merchantID else {
            throw CustomerTokenError(.untrusted, "the sealed answer is not one to this merchant's request")
        }
        return response
    }
}

extension GatewayPublicKeys {
    /// Asks a gateway for its keys: `/.well-known/jwks.json`. They are as trustworthy as the connection; compare
    /// ``keyIDs`` with what the gateway's operator says.
    ///
    /// - Throws: ``CustomerTokenError``.
    public static func fetch(
        from gateway: URL, transport: any Transport = SystemTransport.make()
    ) async throws(CustomerTokenError) -> GatewayPublicKeys {
        let request = TransportRequest(
            url: gateway.call(".well-known/jwks.json"), headers: ["Accept": "application/json"], body: nil)
        let answer: TransportResponse
        do throws(TransportError) { answer = try await transport.send(request) } catch { throw CustomerTokenError(error) }
        guard let set = try? JSON(parsing: Array(answer.body)).object?["keys"]?.array else {
            throw CustomerTokenError(.noAnswer, "HTTP status \(answer.status), and the body is no set of keys")
        }
        do throws(JOSEError) {
            var keys: [RSAPublicKey] = []
            for jwk in set.compactMap(\.object) { keys.append(try RSAPublicKey(jwk: jwk)) }
            guard !keys.isEmpty else { throw .malformedKey }
            return GatewayPublicKeys(keys)
        } catch {
            throw CustomerTokenError(.invalidKey, "\(error)")
        }
    }
}
