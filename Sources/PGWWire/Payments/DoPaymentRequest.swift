public import StrictJSON

/// `payment`: pays a session (payments.md §1.1).
public struct DoPaymentRequest: TabledQuery {
    public var paymentToken = ""
    public var clientID: String?
    public var locale: String?
    public var browserDetails: BrowserDetails?
    /// The payer's address, as the app's backend knows it.
    public var clientIP: String?
    /// Where a browser goes after authentication; the payment token is put behind it.
    public var responseReturnUrl: String?
    public var payment: PaymentInstruction?

    public init() {}
    public init(_ object: JSONObject) throws(InvalidMessage) { self = try Self.read(object) }
    public var json: JSON { written }

    static let table = FieldTable<Self>(
        sessionFields + [
            .text("clientIP", \.clientIP, .text(.any, max: 45)),
            .text("responseReturnUrl", \.responseReturnUrl, .text(.any, max: 255)),
            .object("payment", \.payment),
        ])
}

/// The channel of a payment, and what it is paid with.
public struct PaymentInstruction: Sendable, Equatable {
    public var code: PaymentChannelChoice?
    public var data: PaymentDetails?

    public init() {}
}

/// Which channel a payment takes.
public struct PaymentChannelChoice: Sendable, Equatable {
    public var channelCode = ""
    public var agentCode: String?
    public var agentChannelCode: String?

    public init() {}
}

/// What a payment is made with. What must not be seen is ``Concealed``.
public struct PaymentDetails: Sendable, Equatable {
    /// The holder's name.
    public var name: String?
    public var email: String?
    public var mobileNo: String?
    /// An account of a channel other than cards.
    public var accountNo: Concealed?
    /// The card's data, encrypted for this gateway.
    public var securePayToken: Concealed?
    public var cardNo: Concealed?
    public var expiryMonth: Int?
    public var expiryYear: Int?
    public var securityCode: Concealed?
    public var pin: Concealed?
    public var cardBank: String?
    /// ISO 3166, two letters.
    public var cardCountry: String?
    /// Whether the card is to be stored.
    public var accountTokenization: Bool?
    /// A stored card of this session.
    public var customerToken: String?
    /// A wallet's cryptogram.
    public var token: Concealed?
    /// Instalment interest: `C` customer, `M` merchant.
    public var interestType: String?
    public var installmentPeriod: Int?
    public var payLaterPeriod: Int?
    /// `RAW`, `BASE64`, `URL` or `ALL`.
    public var qrType: String?
    public var fxRateID: String?
    /// `yyyy-MM-dd HH:mm:ss`.
    public var paymentExpiry: String?
    public var customerNote: String?
    public var userAgent: String?
    public var issuedMonth: Int?
    public var issuedYear: Int?
    public var billingAddress1: String?
    public var billingAddress2: String?
    public var billingAddress3: String?
    public var billingCity: String?
    public var billingState: String?
    public var billingPostalCode: String?
    public var billingCountryCode: String?
    public var shippingAddress1: String?
    public var shippingAddress2: String?
    public var shippingAddress3: String?
    public var shippingCity: String?
    public var shippingState: String?
    public var shippingPostalCode: String?
    public var shippingCountryCode: String?
    /// Carried, not interpreted.
    public var loyaltyPoints: JSON?

    public init() {}
}

extension PaymentInstruction: WireObject {
    static let table = FieldTable<Self>([.object("code", \.code), .object("data", \.data)])
}

extension PaymentChannelChoice: WireObject {
    static let table = FieldTable<Self>([
        .mandatory("channelCode", \.channelCode, .text(.alphanumeric, max: 20)),
        .text("agentCode", \.agentCode, .text(.reference, max: 20)),
        .text("agentChannelCode", \.agentChannelCode, .text(.reference, max: 20)),
    ])
}

extension PaymentDetails: WireObject {
    static let table = FieldTable<Self>([
        .text("name", \.name, .text(.any, max: 50)),
        .text("email", \.email, .text(.any, max: 150)),
        .text("mobileNo", \.mobileNo, .telephone(digits: 15)),
        .concealed("accountNo", \.accountNo, max: 255),
        .concealed("securePayToken", \.securePayToken, max: 4096),
        .concealed("cardNo", \.cardNo, max: 40, wrong: .invalidCardNumberFormat),
        .digits("expiryMonth", \.expiryMonth, count: 2, wrong: .invalidExpiryFormat),
        .digits("expiryYear", \.expiryYear, count: 4, wrong: .invalidExpiryFormat),
        .concealed("securityCode", \.securityCode, max: 10, wrong: .invalidSecurityCodeFormat),
        .concealed("pin", \.pin, max: 20),
        .text("cardBank", \.cardBank, .text(.any, max: 200)),
        .text("cardCountry", \.cardCountry, .text(.alphabetic, max: 2)),
        .flag("accountTokenization", \.accountTokenization, aliases: ["cardTokenize", "tokenize"]),
        .text("customerToken", \.customerToken, .identifier(max: 255), aliases: ["cardToken"]),
        .concealed("token", \.token, max: 16384),
        .text("interestType", \.interestType, .choice(["A", "C", "M"])),
        .number("installmentPeriod", \.installmentPeriod, digits: 3),
        .number("payLaterPeriod", \.payLaterPeriod, digits: 3),
        .text("qrType", \.qrType, .choice(["RAW", "BASE64", "URL", "ALL"])),
        .text("fxRateID", \.fxRateID, .text(.any, max: 255)),
        .text("paymentExpiry", \.paymentExpiry, .text(.any, max: 19), wrong: .invalidPaymentExpiry),
        .text("customerNote", \.customerNote, .text(.any, max: 255)),
        .text("userAgent", \.userAgent, .text(.any, max: 2048)),
        .digits("issuedMonth", \.issuedMonth, count: 2),
        .digits("issuedYear", \.issuedYear, count: 4),
        .text("billingAddress1", \.billingAddress1, .text(.any, max: 255)),
        .text("billingAddress2", \.billingAddress2, .text(.any, max: 255)),
        .text("billingAddress3", \.billingAddress3, .text(.any, max: 255)),
        .text("billingCity", \.billingCity, .text(.any, max: 255)),
        .text("billingState", \.billingState, .text(.any, max: 255)),
        .text("billingPostalCode", \.billingPostalCode, .text(.any, max: 10)),
        .text("billingCountryCode", \.billingCountryCode, .text(.alphabetic, max: 2)),
        .text("shippingAddress1", \.shippingAddress1, .text(.any, max: 255)),
        .text("shippingAddress2", \.shippingAddress2, .text(.any, max: 255)),
        .text("shippingAddress3", \.shippingAddress3, .text(.any, max: 255)),
        .text("shippingCity", \.shippingCity, .text(.any, max: 255)),
        .text("shippingState", \.shippingState, .text(.any, max: 255)),
        .text("shippingPostalCode", \.shippingPostalCode, .text(.any, max: 10)),
        .text("shippingCountryCode", \.shippingCountryCode, .text(.alphabetic, max: 2)),
        .opaque("loyaltyPoints", \.loyaltyPoints),
    ])
}
