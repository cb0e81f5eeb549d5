public import StrictJSON

/// The question for the stored cards of a payment session, and every other that says no more than which session (protocol.md §2.1,
/// payments.md §1.0).
public struct SessionQuestion: TabledQuery {
    public var paymentToken: String = ""
    /// The app's installation, a UUID with or without dashes.
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?

    public init(paymentToken: String, clientID: String? = nil, locale: String? = nil) {
        self.paymentToken = paymentToken
        self.clientID = clientID
        self.locale = locale
    }

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<SessionQuestion>(sessionFields)
}
