/// The languages of the gateway's pages (payments.md §1.5).
public struct SystemInitializationResponse: WireResponse {
    public var initialization = SystemInitialization()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .object("initialization", \.initialization, isMandatory: true), .code, .description,
    ]
}

/// What a screen begins with.
public struct SystemInitialization: WireModel {
    public var locales: [SystemLocale] = []

    public init() {}

    public static let members: [Member<Self>] = [.list("locale", as: "locales", \.locales, isMandatory: true)]
}

/// A language.
public struct SystemLocale: WireModel {
    /// ISO 639: `en`, `zh-cn`.
    public var code = ""
    /// In the language itself.
    public var name = ""
    public var iconUrl = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("code", \.code, isMandatory: true), .text("name", \.name, isMandatory: true), .text("iconUrl", \.iconUrl),
    ]
}

/// What is known of the payer's choices (payments.md §1.5).
public struct UserPreferenceResponse: WireResponse {
    public var paymentToken = ""
    public var info = UserPreferenceInfo()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("paymentToken", \.paymentToken, isMandatory: true), .object("user", as: "info", \.info, isMandatory: true), .code,
        .description,
    ]
}

/// The payer, and how they pay.
public struct UserPreferenceInfo: WireModel {
    public var preference = UserPreference()
    /// Channels the payer used before.
    public var channels: [UserPreferencePaymentChannel] = []

    public init() {}

    public static let members: [Member<Self>] = [
        .object("preference", \.preference, isMandatory: true),
        .list("paymentChannels", as: "channels", \.channels, isMandatory: true),
    ]
}

/// The payer.
public struct UserPreference: WireModel {
    public var name = ""
    public var email = ""
    public var mobileNo = ""
    /// ISO 3166, two letters.
    public var countryCode = ""
    /// Country calling code, digits alone.
    public var mobileNoPrefix = ""
    /// ISO 639.
    public var locale = ""
    /// ISO 4217, three letters.
    public var currencyCode = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("name", \.name), .text("email", \.email), .text("mobileNo", \.mobileNo),
        .text("countryCode", \.countryCode, isMandatory: true), .text("mobileNoPrefix", \.mobileNoPrefix, isMandatory: true),
        .text("locale", \.locale, isMandatory: true), .text("currencyCode", \.currencyCode, isMandatory: true),
    ]
}

/// A channel the payer used before.
public struct UserPreferencePaymentChannel: WireModel {
    public var sequenceNo = 0
    public var name = ""
    public var categoryCode = ""
    public var groupCode = ""
    public var channelCode = ""
    public var agentCode = ""
    public var agentChannelCode = ""
    public var iconUrl = ""
    public var logoUrl = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("name", \.name), .text("categoryCode", \.categoryCode),
        .text("groupCode", \.groupCode), .text("channelCode", \.channelCode), .text("agentCode", \.agentCode),
        .text("agentChannelCode", \.agentChannelCode), .text("iconUrl", \.iconUrl), .text("logoUrl", \.logoUrl),
    ]
}

/// In which other currencies a session may be paid (payments.md §1.5).
public struct ExchangeRateResponse: WireResponse {
    public var paymentToken = ""
    public var providerCode = ""
    /// Until when the rates hold, in milliseconds since 1970.
    public var expire = 0
    public var fxRates: [FXRate] = []
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("paymentToken", \.paymentToken, isMandatory: true), .text("providerCode", \.providerCode),
        .integer("expire", \.expire, isMandatory: true), .list("fxRates", \.fxRates, isMandatory: true), .code, .description,
    ]
}

/// The price in another currency.
public struct FXRate: WireModel {
    public var sequenceNo = 0
    /// What a payment names to be made in this currency.
    public var id = ""
    public var name = ""
    public var iconUrl = ""
    /// In major units of ``currencyCode``.
    public var amount = ""
    public var fx = 0.0
    /// ISO 4217, three letters.
    public var currencyCode = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("id", \.id, isMandatory: true), .text("name", \.name),
        .text("iconUrl", \.iconUrl), .text("amount", \.amount), .number("fx", \.fx, isMandatory: true),
        .text("currencyCode", \.currencyCode, isMandatory: true),
    ]
}

/// What a payer's points are worth (payments.md §1.5).
public struct LoyaltyPointInfoResponse: WireResponse {
    public var paymentToken = ""
    public var providerId = ""
    public var providerName = ""
    public var referenceId = ""
    /// `BANK` or `INDIVIDUAL`.
    public var providerType = ""
    public var terms = ""
    public var rewards: [LoyaltyPointInfoReward] = []
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("paymentToken", \.paymentToken), .text("providerID", as: "providerId", \.providerId),
        .text("providerName", \.providerName),
        .text("referenceID", as: "referenceId", \.referenceId), .text("providerType", \.providerType), .text("terms", \.terms),
        .list("rewards", \.rewards), .code, .description,
    ]
}

/// Points, or a voucher.
public struct LoyaltyPointInfoReward: WireModel {
    public var sequenceNo = 0
    public var id = ""
    /// ISO 4217, three letters.
    public var currencyCode = ""
    public var totalPoints = 0.0
    public var label = ""
    public var point = 0.0
    public var forceToSelectReward = false
    public var name = ""
    /// `Credit` or `Voucher`.
    public var type = ""
    public var amount = 0.0
    public var quantity = 0.0
    public var price = 0.0

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo), .text("id", \.id), .text("currencyCode", \.currencyCode),
        .number("totalPoints", \.totalPoints), .text("label", \.label), .number("point", \.point),
        .flag("forceToSelectReward", \.forceToSelectReward), .text("name", \.name), .text("type", \.type),
        .number("amount", \.amount), .number("quantity", \.quantity), .number("price", \.price),
    ]
}
