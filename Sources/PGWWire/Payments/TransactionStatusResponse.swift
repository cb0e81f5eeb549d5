/// How far a payment is (payments.md §1.2). For the app's screen: the proof of a payment is the backend's inquiry.
public struct TransactionStatusResponse: WireResponse {
    public var channelCode = ""
    /// With `2000` alone.
    public var invoiceNo = ""
    /// Language of the payment session, ISO 639.
    public var locale = ""
    /// Where the request asked for it.
    public var additionalInfo = TransactionStatusAdditionalInfo()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("channelCode", \.channelCode, isMandatory: true),
        .text("invoiceNo", \.invoiceNo, isMandatory: true),
        .text("locale", \.locale),
        .object("additionalInfo", \.additionalInfo),
        .code, .description,
    ]
}

/// What a screen shows of a payment.
public struct TransactionStatusAdditionalInfo: WireModel {
    public var merchantInfo = MerchantAdditionalInfo()
    public var transactionInfo = TransactionAdditionalInfo()
    public var resultInfo = PaymentResultAdditionalInfo()

    public init() {}

    public static let members: [Member<Self>] = [
        .object("merchantDetails", as: "merchantInfo", \.merchantInfo, isMandatory: true),
        .object("transactionDetails", as: "transactionInfo", \.transactionInfo, isMandatory: true),
        .object("paymentResultDetails", as: "resultInfo", \.resultInfo),
    ]
}

/// The merchant of a payment.
public struct MerchantAdditionalInfo: WireModel {
    public var id = ""
    public var name = ""
    public var address = ""
    public var email = ""
    public var logoUrl = ""
    public var bannerUrl = ""
    /// ISO 3166, two letters.
    public var countryCode = ""
    /// Whether a screen shows more than the name.
    public var showDetailInfo = false

    public init() {}

    public static let members: [Member<Self>] = [
        .text("id", \.id), .text("name", \.name, isMandatory: true), .text("address", \.address), .text("email", \.email),
        .text("logoUrl", \.logoUrl), .text("bannerUrl", \.bannerUrl), .text("countryCode", \.countryCode),
        .flag("showDetailInfo", \.showDetailInfo, isMandatory: true),
    ]
}

/// What was paid, and with what.
public struct TransactionAdditionalInfo: WireModel {
    /// `yyyyMMddHHmmss`, in the merchant's time zone.
    public var dateTime = ""
    public var agentCode = ""
    /// The scheme of a card: `VI`.
    public var channelCode = ""
    /// The account, masked: `411111XXXXXX1111`.
    public var data = ""
    /// In major units, with the currency's decimals: `1000.00`.
    public var amount = ""
    /// ISO 4217, three letters.
    public var currencyCode = ""
    public var invoiceNo = ""
    public var productDescription = ""
    /// Months.
    public var installmentPeriod = 0
    /// `C` customer, `M` merchant.
    public var interestType = ""
    /// Per cent.
    public var interestRate = 0.0
    /// In major units.
    public var monthlyAmount = 0.0
    /// Months.
    public var payLaterPeriod = 0

    public init() {}

    public static let members: [Member<Self>] = [
        .text("dateTime", \.dateTime), .text("agentCode", \.agentCode), .text("channelCode", \.channelCode),
        .text("data", \.data),
        .text("amount", \.amount), .text("currencyCode", \.currencyCode), .text("invoiceNo", \.invoiceNo),
        .text("description", as: "productDescription", \.productDescription),
        .integer("installmentPeriod", \.installmentPeriod), .text("interestType", \.interestType),
        .number("interestRate", \.interestRate), .number("monthlyPayment", as: "monthlyAmount", \.monthlyAmount, isText: true),
        .integer("payLaterPeriod", \.payLaterPeriod),
    ]
}

/// How a payment ended, and where its payer goes.
public struct PaymentResultAdditionalInfo: WireModel {
    /// `0000` for a payment that was approved.
    public var responseCode = ""
    public var responseDescription = ""
    /// Whether no result is shown before the payer goes back to the shop.
    public var redirectImmediately = false
    /// Whether the payer goes back without asking to.
    public var autoRedirect = false
    /// Milliseconds until then.
    public var autoRedirectTimer = 0
    public var frontendReturnUrl = ""
    /// What goes to that address as `paymentResponse`. A hint, never proof of payment.
    public var frontendReturnData = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("code", as: "responseCode", \.responseCode), .text("description", as: "responseDescription", \.responseDescription),
        .flag("redirectImmediately", \.redirectImmediately, isMandatory: true),
        .flag("autoRedirect", \.autoRedirect, isMandatory: true),
        // Two generations of the documentation, two spellings.
        .integer("autoRedirectionTimer", as: "autoRedirectTimer", \.autoRedirectTimer),
        .integer("autoRedirectTimer", \.autoRedirectTimer),
        .text("frontendReturnUrl", \.frontendReturnUrl), .text("frontendReturnData", \.frontendReturnData),
    ]
}
