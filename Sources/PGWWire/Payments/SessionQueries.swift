public import StrictJSON

/// `transactionstatus`: how far a payment is (payments.md §1.2).
public struct TransactionStatusQuery: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    /// Whether the answer says what a screen shows of the payment.
    public var additionalInfo: Bool?

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(sessionFields + [.flag("additionalInfo", \.additionalInfo)])
}

/// `paymentoptiondetails`: the channels of a group (payments.md §1.4).
public struct PaymentOptionDetailQuery: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    public var categoryCode = ""
    public var groupCode = ""

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(
        sessionFields + [
            .mandatory("categoryCode", \.categoryCode, .text(.alphanumeric, max: 10)),
            .mandatory("groupCode", \.groupCode, .text(.alphanumeric, max: 10)),
        ])
}

/// `exchangerate`: in which currencies a session may be paid (payments.md §1.5).
public struct ExchangeRateQuery: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    /// The first 6 digits of the card's number.
    public var bin: String?

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(sessionFields + [.text("bin", \.bin, .text(.numeric, max: 8))])
}

/// `paymentnotification`: shares a result (payments.md §1.5).
public struct PaymentNotificationQuery: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    /// `EMAIL`, `LINE`, `WHATSAPP`, `FACEBOOK`, `WECHAT`.
    public var platform = ""
    public var recipientID: String?
    public var recipientName: String?

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(
        sessionFields + [
            .mandatory("platform", \.platform, .text(.alphabetic, max: 20), aliases: ["plateform"]),
            .text("recipientID", \.recipientID, .text(.any, max: 255)),
            .text("recipientName", \.recipientName, .text(.any, max: 255)),
        ])
}

/// `loyaltypointinfo`: what a payer's points are worth (payments.md §1.5).
public struct LoyaltyPointQuery: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    public var providerID = ""
    public var profileID: String?
    public var referenceID: String?

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(
        sessionFields + [
            .mandatory("providerID", \.providerID, .text(.alphanumeric, max: 255)),
            .text("profileID", \.profileID, .text(.any, max: 255)),
            .text("referenceID", \.referenceID, .text(.any, max: 255)),
        ])
}
