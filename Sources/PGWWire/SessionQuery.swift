public import StrictJSON

/// A client's question about a payment session (payments.md §1.0).
public protocol SessionQuery: Sendable, Equatable {
    var paymentToken: String { get set }
    /// The app's installation, a UUID with or without dashes.
    var clientID: String? { get set }
    /// Language of the answer, ISO 639.
    var locale: String? { get set }
    var browserDetails: BrowserDetails? { get set }

    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    init(_ object: JSONObject) throws(InvalidMessage)
    var json: JSON { get }
}

/// A question that is read by a table.
protocol TabledQuery: SessionQuery, WireObject {}

extension TabledQuery {
    static var sessionFields: [Field<Self>] {
        [
            .mandatory("paymentToken", \.paymentToken, .identifier(max: 255)),
            .text("clientID", \.clientID, .identifier(max: 255)),
            .text("locale", \.locale, .text(.any, max: 10)),
            .object("browserDetails", \.browserDetails),
        ]
    }

    static func read(_ object: JSONObject) throws(InvalidMessage) -> Self {
        var query = Self()
        if let invalid = InvalidMessage(table.read(object, into: &query)) { throw invalid }
        return query
    }

    var written: JSON { .object(Self.table.write(self)) }

    /// Every field with its limits.
    static var fields: [FieldDescription] { table.descriptions }
}
