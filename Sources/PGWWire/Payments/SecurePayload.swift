public import StrictJSON

/// What a `securePayToken` holds: card data that nobody between the payer and the gateway reads (protocol.md §5.2).
///
/// On the wire it is a compact JWE (RFC 7516) under `RSA-OAEP-256` and `A256GCM`, encrypted to a key of the gateway's
/// `/.well-known/jwks.json`. It is good for one payment token.
public struct SecurePayload: Sendable, Equatable {
    public var cardNo: Concealed?
    public var expiryMonth: Int?
    public var expiryYear: Int?
    public var securityCode: Concealed?
    public var pin: Concealed?
    /// SHA-256 of the payment token it belongs to, base64url.
    public var paymentTokenHash = ""

    public init() {}

    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public init(_ object: JSONObject) throws(InvalidMessage) {
        self.init()
        if let invalid = InvalidMessage(Self.table.read(object, into: &self)) { throw invalid }
    }

    public var json: JSON { .object(Self.table.write(self)) }

    static let table = FieldTable<Self>([
        .concealed("cardNo", \.cardNo, max: 40, wrong: .invalidCardNumberFormat),
        .digits("expiryMonth", \.expiryMonth, count: 2, wrong: .invalidExpiryFormat),
        .digits("expiryYear", \.expiryYear, count: 4, wrong: .invalidExpiryFormat),
        .concealed("securityCode", \.securityCode, max: 10, wrong: .invalidSecurityCodeFormat),
        .concealed("pin", \.pin, max: 20),
        .mandatory("paymentTokenHash", \.paymentTokenHash, .text(.any, max: 43)),
    ])
}
