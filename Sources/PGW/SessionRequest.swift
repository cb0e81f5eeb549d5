internal import PGWWire

/// A request about a payment session.
public class SessionRequest: BaseRequest {
    /// The payment token the merchant's backend minted.
    public var paymentToken: String

    public init(paymentToken: String) {
        self.paymentToken = paymentToken
        super.init()
    }

    /// A question as it goes out: with the SDK's language and installation where the request has none of its own.
    func filled<Query: SessionQuery>(_ query: Query, _ params: PGWSDKParams.Values) -> Query {
        var query = query
        query.paymentToken = paymentToken
        query.clientID = clientId.isEmpty ? params.clientId ?? ClientIdentifier.persisted() : clientId
        query.locale = locale.isEmpty ? params.locale : locale
        return query
    }

    func call(_ operation: String, _ query: some SessionQuery, _ params: PGWSDKParams.Values, version: APIVersion = .v43) -> Call
    {
        Call(
            path: "payment/\(version.rawValue)/\(operation)", body: filled(query, params).json,
            summary: "paymentToken \(Redaction.shortened(paymentToken))", secret: paymentToken)
    }
}
