/// The channels of a group, and what each asks for (payments.md §1.4).
public struct PaymentOptionDetailResponse: WireResponse {
    public var totalChannel = 0
    public var name = ""
    public var categoryCode = ""
    public var groupCode = ""
    public var iconUrl = ""
    public var validation = PaymentOptionValidation()
    public var channels: [PaymentChannel] = []
    public var configurationInfo = ConfigurationInfo()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("totalChannel", \.totalChannel, isMandatory: true), .text("name", \.name), .text("categoryCode", \.categoryCode),
        .text("groupCode", \.groupCode), .text("iconUrl", \.iconUrl), .object("validation", \.validation),
        .list("channels", \.channels, isMandatory: true), .object("configuration", as: "configurationInfo", \.configurationInfo),
        .code, .description,
    ]
}

/// What a card's number must be like.
public struct PaymentOptionValidation: WireModel {
    public var cardNo = CardNoValidation()
    public var cardTypes: [CardTypeValidation] = []

    public init() {}

    public static let members: [Member<Self>] = [.object("cardNo", \.cardNo), .list("cardTypes", \.cardTypes)]
}

/// What a card number must be like.
public struct CardNoValidation: WireModel {
    public var prefixes: [String] = []
    /// Of the whole number, anchored, at most 255 characters.
    public var regex = ""
    /// Whether its last digit is that of ISO/IEC 7812.
    public var luhn = true

    public init() {}

    public static let members: [Member<Self>] = [
        .texts("prefixes", \.prefixes, isMandatory: true), .text("regex", \.regex, isMandatory: true),
        .flag("luhn", \.luhn, isMandatory: true),
    ]
}

/// How a scheme's numbers begin.
public struct CardTypeValidation: WireModel {
    public var sequenceNo = 0
    /// `VISA`.
    public var name = ""
    public var prefixes: [String] = []
    /// Of what has been typed so far.
    public var regex = ""
    public var iconUrl = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("name", \.name, isMandatory: true),
        .texts("prefixes", \.prefixes, isMandatory: true), .text("regex", \.regex, isMandatory: true),
        .text("iconURL", as: "iconUrl", \.iconUrl), .text("iconUrl", \.iconUrl),
    ]
}

/// One way to pay.
public struct PaymentChannel: WireModel {
    public var sequenceNo = 0
    public var name = ""
    public var bankShortName = ""
    /// ISO 4217, three letters each.
    public var currencyCodes: [String] = []
    public var iconUrl = ""
    public var logoUrl = ""
    /// Whether it is out of service.
    public var down = false
    public var immediatePayment = false
    public var checkEligibleOption = false
    public var ippProviderCode = ""
    public var registrationStatus = ""
    public var partnerMerchantRefID = ""
    public var context = PaymentContext()

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("name", \.name, isMandatory: true),
        .text("bankShortName", \.bankShortName), .texts("currencyCodes", \.currencyCodes, isMandatory: true),
        .text("iconUrl", \.iconUrl), .text("logoUrl", \.logoUrl), .flag("isDown", as: "down", \.down, isMandatory: true),
        .flag("immediatePayment", \.immediatePayment, isMandatory: true), .flag("checkEligibleOption", \.checkEligibleOption),
        .text("ippProviderCode", \.ippProviderCode), .text("registrationStatus", \.registrationStatus),
        .text("partnerMerchantRefID", \.partnerMerchantRefID),
        .object("payment", as: "context", \.context, isMandatory: true),
    ]
}

/// What a payment on a channel is made of.
public struct PaymentContext: WireModel {
    public var code = PaymentCode()
    public var input = PaymentInput()
    public var validation = PaymentValidation()
    public var info = PaymentInfo()

    public init() {}

    public static let members: [Member<Self>] = [
        .object("code", \.code, isMandatory: true), .object("input", \.input, isMandatory: true),
        .object("validation", \.validation, isMandatory: true), .object("info", \.info, isMandatory: true),
    ]
}

/// Which channel a payment takes.
public struct PaymentCode: WireModel {
    /// `CC` for cards.
    public var channelCode = ""
    public var agentCode = ""
    public var agentChannelCode = ""

    public init() {}

    public init(channelCode: String) { self.channelCode = channelCode }

    public init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {
        self.channelCode = channelCode
        self.agentCode = agentCode
        self.agentChannelCode = agentChannelCode
    }

    public static let members: [Member<Self>] = [
        .text("channelCode", \.channelCode, isMandatory: true), .text("agentCode", \.agentCode),
        .text("agentChannelCode", \.agentChannelCode),
    ]
}

/// A text for each thing a payer may be asked for.
public protocol PaymentInputMembers: WireModel {
    var name: String { get set }
    var email: String { get set }
    var mobileNo: String { get set }
    var cardNo: String { get set }
    var expiryDate: String { get set }
    var securityCode: String { get set }
    var pin: String { get set }
    var token: String { get set }
    var accountNo: String { get set }
    var billingAddress1: String { get set }
    var billingAddress2: String { get set }
    var billingAddress3: String { get set }
    var billingCity: String { get set }
    var billingState: String { get set }
    var billingPostalCode: String { get set }
    var billingCountryCode: String { get set }
    var shippingAddress1: String { get set }
    var shippingAddress2: String { get set }
    var shippingAddress3: String { get set }
    var shippingCity: String { get set }
    var shippingState: String { get set }
    var shippingPostalCode: String { get set }
    var shippingCountryCode: String { get set }
}

extension PaymentInputMembers {
    static var inputMembers: [Member<Self>] {
        [
            .text("name", \.name), .text("email", \.email), .text("mobileNo", \.mobileNo), .text("cardNo", \.cardNo),
            .text("expiryDate", \.expiryDate), .text("securityCode", \.securityCode), .text("pin", \.pin),
            .text("token", \.token),
            .text("accountNo", \.accountNo), .text("billingAddress1", \.billingAddress1),
            .text("billingAddress2", \.billingAddress2),
            .text("billingAddress3", \.billingAddress3), .text("billingCity", \.billingCity),
            .text("billingState", \.billingState),
            .text("billingPostalCode", \.billingPostalCode), .text("billingCountryCode", \.billingCountryCode),
            .text("shippingAddress1", \.shippingAddress1), .text("shippingAddress2", \.shippingAddress2),
            .text("shippingAddress3", \.shippingAddress3), .text("shippingCity", \.shippingCity),
            .text("shippingState", \.shippingState), .text("shippingPostalCode", \.shippingPostalCode),
            .text("shippingCountryCode", \.shippingCountryCode),
        ]
    }
}

/// What a channel asks for: `M` mandatory, `O` optional, `I` not asked for.
public struct PaymentInput: PaymentInputMembers {
    public var name = ""
    public var email = ""
    public var mobileNo = ""
    public var cardNo = ""
    public var expiryDate = ""
    public var securityCode = ""
    public var pin = ""
    public var token = ""
    public var accountNo = ""
    public var billingAddress1 = ""
    public var billingAddress2 = ""
    public var billingAddress3 = ""
    public var billingCity = ""
    public var billingState = ""
    public var billingPostalCode = ""
    public var billingCountryCode = ""
    public var shippingAddress1 = ""
    public var shippingAddress2 = ""
    public var shippingAddress3 = ""
    public var shippingCity = ""
    public var shippingState = ""
    public var shippingPostalCode = ""
    public var shippingCountryCode = ""

    public init() {}

    public static let members: [Member<Self>] = inputMembers
}

/// What each thing that is asked for must be like: a regular expression of at most 255 characters.
public struct PaymentValidation: PaymentInputMembers {
    public var name = ""
    public var email = ""
    public var mobileNo = ""
    public var cardNo = ""
    public var expiryDate = ""
    public var securityCode = ""
    public var pin = ""
    public var token = ""
    public var accountNo = ""
    public var billingAddress1 = ""
    public var billingAddress2 = ""
    public var billingAddress3 = ""
    public var billingCity = ""
    public var billingState = ""
    public var billingPostalCode = ""
    public var billingCountryCode = ""
    public var shippingAddress1 = ""
    public var shippingAddress2 = ""
    public var shippingAddress3 = ""
    public var shippingCity = ""
    public var shippingState = ""
    public var shippingPostalCode = ""
    public var shippingCountryCode = ""
    public var additional = PaymentValidationAdditional()

    public init() {}

    public static let members: [Member<Self>] = inputMembers + [.object("additional", \.additional)]
}

/// What a channel takes beyond the form of its fields.
public struct PaymentValidationAdditional: WireModel {
    public var cardNo = CardNoValidation()
    public var amount = AmountValidation()

    public init() {}

    public static let members: [Member<Self>] = [.object("cardNo", \.cardNo), .object("amount", \.amount)]
}

/// How much a channel takes, in major units; 0 for no limit.
public struct AmountValidation: WireModel {
    public var min = 0.0
    public var max = 0.0

    public init() {}

    public static let members: [Member<Self>] = [
        .number("min", \.min, isMandatory: true), .number("max", \.max, isMandatory: true),
    ]
}

/// What a channel says to the payer.
public struct PaymentInfo: WireModel {
    public var terms = ""
    public var promoUrl = ""
    public var learnMoreUrl = ""
    public var termsConsent = false
    public var installmentPlans: [InstallmentPlan] = []
    public var paymentCustomDatas: [PaymentCustomData] = []
    public var paymentProvider = PaymentProvider()

    public init() {}

    public static let members: [Member<Self>] = [
        .text("terms", \.terms), .text("promoUrl", \.promoUrl), .text("learnMoreUrl", \.learnMoreUrl),
        .flag("termsConsent", \.termsConsent), .list("plans", as: "installmentPlans", \.installmentPlans),
        .list("customData", as: "paymentCustomDatas", \.paymentCustomDatas),
        .object("provider", as: "paymentProvider", \.paymentProvider),
    ]
}

/// One way to pay in parts.
public struct InstallmentPlan: WireModel {
    public var sequenceNo = 0
    /// Months.
    public var period = 0
    /// `C` customer, `M` merchant.
    public var interestType = ""
    /// Per cent.
    public var interestRate = 0.0
    /// In major units.
    public var monthlyAmount = 0.0
    /// In major units.
    public var monthlyInterest = 0.0
    /// ISO 4217, three letters.
    public var currencyCode = ""
    public var label = ""
    public var terms = ""
    /// Months.
    public var payLaterPeriod = 0

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .integer("period", \.period, isMandatory: true),
        .text("interestType", \.interestType), .number("interestRate", \.interestRate, isMandatory: true),
        .number("monthlyAmount", \.monthlyAmount, isMandatory: true),
        .number("monthlyInterest", \.monthlyInterest, isMandatory: true),
        .text("currencyCode", \.currencyCode), .text("label", \.label), .text("terms", \.terms),
        .integer("payLaterPeriod", \.payLaterPeriod),
    ]
}

/// Something a channel shows: a text, an image, an address or a file, by its type.
public struct PaymentCustomData: WireModel {
    public var sequenceNo = 0
    /// `T`, `I`, `U` or `F`.
    public var type = ""
    public var data = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .integer("sequenceNo", \.sequenceNo, isMandatory: true), .text("type", \.type), .text("data", \.data),
    ]
}

/// What the sheet of a wallet is opened with.
public struct PaymentProvider: WireModel {
    public var id = ""
    public var channels: [String] = []
    public var merchantInfo = ProviderMerchantInfo()
    public var transactionInfo = ProviderTransactionInfo()
    public var terms = ""
    public var termsConsent = false

    public init() {}

    public static let members: [Member<Self>] = [
        .text("id", \.id), .texts("channels", \.channels), .object("merchantDetails", as: "merchantInfo", \.merchantInfo),
        .object("transactionDetails", as: "transactionInfo", \.transactionInfo), .text("terms", \.terms),
        .flag("termsConsent", \.termsConsent),
    ]
}

/// The merchant, as a wallet knows it.
public struct ProviderMerchantInfo: WireModel {
    public var id = ""
    public var name = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    public init() {}

    public static let members: [Member<Self>] = [.text("id", \.id), .text("name", \.name), .text("countryCode", \.countryCode)]
}

/// What a wallet is asked to pay.
public struct ProviderTransactionInfo: WireModel {
    public var productDescription = ""
    /// In major units.
    public var amount = 0.0
    /// ISO 4217, three letters.
    public var currencyCode = ""
    public var invoiceNo = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("description", as: "productDescription", \.productDescription), .number("amount", \.amount),
        .text("currencyCode", \.currencyCode), .text("invoiceNo", \.invoiceNo),
    ]
}
