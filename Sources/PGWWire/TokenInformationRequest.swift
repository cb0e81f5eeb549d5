public import StrictJSON

/// The question for the stored cards of a payment session (protocol.md §2.1).
public struct TokenInformationRequest: Sendable, Equatable {
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

    init() {}

    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public init(_ object: JSONObject) throws(InvalidMessage) {
        self.init()
        if let invalid = InvalidMessage(Self.table.read(object, into: &self)) { throw invalid }
    }

    public var json: JSON { .object(Self.table.write(self)) }
}

extension TokenInformationRequest: WireObject {
    /// Every field with its limits.
    public static var fields: [FieldDescription] { table.descriptions }

    static let table = FieldTable<TokenInformationRequest>([
        .mandatory("paymentToken", \.paymentToken, .identifier(max: 255)),
        .text("clientID", \.clientID, .identifier(max: 255)),
        .text("locale", \.locale, .text(.any, max: 10)),
        .object("browserDetails", \.browserDetails),
    ])
}
