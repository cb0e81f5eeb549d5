/// With what a session can be paid (payments.md §1.3).
public struct PaymentOptionResponse: WireResponse {
    public var paymentToken = ""
    public var merchantInfo = MerchantInfo()
    public var transactionInfo = TransactionInfo()
    /// Kinds of payment, each with its groups.
    public var channels: [PaymentChannelCategory] = []
    public var userInfo = PaymentUserInfo()
    public var configurationInfo = ConfigurationInfo()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("paymentToken", \.paymentToken, isMandatory: true),
        .object("merchantDetails", as: "merchantInfo", \.merchantInfo, isMandatory: true),
        .object("transactionDetails", as: "transactionInfo", \.transactionInfo, isMandatory: true),
        .list("channelCategories", as: "channels", \.channels, isMandatory: true),
        .object("userDetails", as: "userInfo", \.userInfo),
        .object("configuration", as: "configurationInfo", \.configurationInfo),
        .code, .description,
    ]
}

/// The merchant of a session.
public struct MerchantInfo: WireModel {
    public var id = ""
    public var name = ""
    public var address = ""
    public var email = ""
    public var logoUrl = ""
    public var bannerUrl = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("id", \.id, isMandatory: true), .text("name", \.name, isMandatory: true), .text("address", \.address),
        .text("email", \.email), .text("logoUrl", \.logoUrl), .text("bannerUrl", \.bannerUrl),
        .text("countryCode", \.countryCode),
    ]
}

/// What is to be paid.
public struct TransactionInfo: WireModel {
    /// In major units, with the currency's decimals: `1000.00`.
    public var amount = ""
    /// ISO 4217, three letters.
    public var currencyCode = ""
    public var invoiceNo = ""
    public var productDescription = ""
    /// `yyyyMMddHHmmss`, in the merchant's time zone.
    public var dateTime = ""
    /// Whether a screen offers other currencies.
    public var showFxRate = false
    public var recurring = RecurringInfo()
    public var paymentItemInfos: [PaymentItemInfo] = []

    public init() {}

    public static let members: [Member<Self>] = [
        .text("amount", \.amount, isMandatory: true), .text("currencyCode", \.currencyCode, isMandatory: true),
        .text("invoiceNo", \.invoiceNo, isMandatory: true),
        .text("description", as: "productDescription", \.productDescription, isMandatory: true),
        .text("dateTime", \.dateTime), .flag("showFxRate", \.showFxRate, isMandatory: true),
        .object("recurring", \.recurring), .list("paymentItems", as: "paymentItemInfos", \.paymentItemInfos),
    ]
}

/// The plan a payment is the first of.
public struct RecurringInfo: WireModel {
    /// Of each charge, in major units.
    public var amount = ""
    /// Days between charges.
    public var interval = 0
    /// How many, 0 for endless.
    public var count = 0
    /// `ddMMyyyy`.
    public var chargeNextDate = ""
    /// `ddMM`.
    public var chargeOnDate = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("amount", \.amount), .integer("interval", \.interval), .integer("count", \.count),
        .text("chargeNextDate", \.chargeNextDate), .text("chargeOnDate", \.chargeOnDate),
    ]
}

/// One thing in the basket.
public struct PaymentItemInfo: WireModel {
    public var code = ""
    public var name = ""
    public var quantity = 0
    /// Of one, in major units.
    public var price = 0.0

    public init() {}

    public static let members: [Member<Self>] = [
        .text("code", \.code), .text("name", \.name), .integer("quantity", \.quantity, isMandatory: true),
        .number("price", \.price, isMandatory: true),
    ]
}

/// A kind of payment: `GCARD`.
public struct PaymentChannelCategory: WireModel {
    /// Its place among its like.
    public var sequenceNo = 0
    public var name = ""
    /// `PaymentChannelCode.Category` of the SDK.
    public var code = ""
    public var iconUrl = ""
    public var logoUrl = ""
    /// Whether a screen begins with it.
    public var `default` = false
    public var groups: [PaymentChannelGroup] = []

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("name", \.name, isMandatory: true),
        .text("code", \.code, isMandatory: true), .text("iconUrl", \.iconUrl), .text("logoUrl", \.logoUrl),
        .flag("default", \.default, isMandatory: true), .list("groups", \.groups, isMandatory: true),
    ]
}

/// A group of channels: `CC`.
public struct PaymentChannelGroup: WireModel {
    public var sequenceNo = 0
    public var name = ""
    /// `PaymentChannelCode.Group` of the SDK.
    public var code = ""
    public var iconUrl = ""
    public var logoUrl = ""
    public var `default` = false

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("name", \.name, isMandatory: true),
        .text("code", \.code, isMandatory: true), .text("iconUrl", \.iconUrl), .text("logoUrl", \.logoUrl),
        .flag("default", \.default, isMandatory: true),
    ]
}

/// What is known of the payer.
public struct PaymentUserInfo: WireModel {
    public var userAddress = UserAddress()

    public init() {}

    public static let members: [Member<Self>] = [.object("address", as: "userAddress", \.userAddress)]
}

/// The payer's addresses.
public struct UserAddress: WireModel {
    public var billing = PostalAddress()
    public var shipping = PostalAddress()

    public init() {}

    public static let members: [Member<Self>] = [
        .object("billing", as: "userBillingAddress", \.billing), .object("shipping", as: "userShippingAddress", \.shipping),
    ]
}

/// A postal address.
public struct PostalAddress: WireModel {
    public var address1 = ""
    public var address2 = ""
    public var address3 = ""
    public var city = ""
    public var state = ""
    public var postalCode = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("address1", \.address1), .text("address2", \.address2), .text("address3", \.address3), .text("city", \.city),
        .text("state", \.state), .text("postalCode", \.postalCode), .text("countryCode", \.countryCode),
    ]
}

/// What a session allows.
public struct ConfigurationInfo: WireModel {
    public var payment = PaymentConfiguration()
    public var notification = PaymentNotification()

    public init() {}

    public static let members: [Member<Self>] = [
        .object("payment", \.payment, isMandatory: true), .object("notification", \.notification, isMandatory: true),
    ]
}

/// How a session may be paid.
public struct PaymentConfiguration: WireModel {
    /// Whether a screen asks to remember the card.
    public var tokenize = false
    /// Whether the card is stored and nothing is paid.
    public var tokenizeOnly = false
    /// Whether stored cards alone may be used.
    public var cardTokenOnly = false
    /// Whether a screen pays without a further click.
    public var immediatePayment = false
    public var exchangeRate = ExchangeRateConfiguration()

    public init() {}

    public static let members: [Member<Self>] = [
        .flag("tokenize", \.tokenize, isMandatory: true), .flag("tokenizeOnly", \.tokenizeOnly, isMandatory: true),
        .flag("cardTokenOnly", \.cardTokenOnly, isMandatory: true),
        .flag("immediatePayment", \.immediatePayment, isMandatory: true),
        .object("fx", as: "exchangeRate", \.exchangeRate),
    ]
}

/// Which kinds of conversion are offered.
public struct ExchangeRateConfiguration: WireModel {
    public var multipleCurrencyPricing = CurrencyConversion()
    public var dynamicCurrencyConversion = CurrencyConversion()
    public var alternativePaymentMethodMultipleCurrencyConversion = CurrencyConversion()

    public init() {}

    public static let members: [Member<Self>] = [
        .object("mcp", as: "multipleCurrencyPricing", \.multipleCurrencyPricing),
        .object("dcc", as: "dynamicCurrencyConversion", \.dynamicCurrencyConversion),
        .object(
            "apmMcc", as: "alternativePaymentMethodMultipleCurrencyConversion",
            \.alternativePaymentMethodMultipleCurrencyConversion),
    ]
}

/// One kind of conversion.
public struct CurrencyConversion: WireModel {
    public var active = false
    public var terms = ""

    public init() {}

    public static let members: [Member<Self>] = [.flag("active", \.active, isMandatory: true), .text("terms", \.terms)]
}

/// Over which messengers a result may be shared.
public struct PaymentNotification: WireModel {
    public var facebook = false
    public var whatsApp = false
    public var line = false

    public init() {}

    public static let members: [Member<Self>] = [
        .flag("facebook", \.facebook, isMandatory: true), .flag("whatsApp", \.whatsApp, isMandatory: true),
        .flag("line", \.line, isMandatory: true),
    ]
}
