// swift-format-ignore-file
public import Foundation

#if !OPENPGW_OBJC_HEADER
    internal import PGWWire
#endif

// The calls of payments in Objective-C, on Apple's systems: see ObjectiveC.swift. Written by Scripts/bindings.

/// Categories, groups and channels of payments.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannelCodeCategory) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannelCodeCategory.")
public final class ObjCPaymentChannelCodeCategory: NSObject {
    public static var GlobalCardPayment: String { PaymentChannelCode.Category.GlobalCardPayment }
    public static var LocalCardPayment: String { PaymentChannelCode.Category.LocalCardPayment }
    public static var LocalCardInstallmentPaymentPlan: String { PaymentChannelCode.Category.LocalCardInstallmentPaymentPlan }
    public static var DigitalPayment: String { PaymentChannelCode.Category.DigitalPayment }
    public static var QRPayment: String { PaymentChannelCode.Category.QRPayment }
    public static var WebPayment: String { PaymentChannelCode.Category.WebPayment }
    public static var SelfServiceMachine: String { PaymentChannelCode.Category.SelfServiceMachine }
    public static var PayAtCounter: String { PaymentChannelCode.Category.PayAtCounter }
    public static var InternetBanking: String { PaymentChannelCode.Category.InternetBanking }
    public static var GlobalBuyNowPayLater: String { PaymentChannelCode.Category.GlobalBuyNowPayLater }
}

/// Categories, groups and channels of payments.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannelCodeGroup) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannelCodeGroup.")
public final class ObjCPaymentChannelCodeGroup: NSObject {
    public static var CreditCard: String { PaymentChannelCode.Group.CreditCard }
    public static var ProprietaryCard: String { PaymentChannelCode.Group.ProprietaryCard }
    public static var GlobalInstallmentPaymentPlan: String { PaymentChannelCode.Group.GlobalInstallmentPaymentPlan }
    public static var LocalInstallmentPaymentPlan: String { PaymentChannelCode.Group.LocalInstallmentPaymentPlan }
    public static var GlobalThirdPartyPayment: String { PaymentChannelCode.Group.GlobalThirdPartyPayment }
    public static var LocalThirdPartyPayment: String { PaymentChannelCode.Group.LocalThirdPartyPayment }
    public static var EWalletPayment: String { PaymentChannelCode.Group.EWalletPayment }
    /// Wallets of cards, such as Apple Pay. The documented SDK does not say its value; this gateway's is here.
    public static var CardWalletPayment: String { PaymentChannelCode.Group.CardWalletPayment }
    public static var MasterPass: String { PaymentChannelCode.Group.MasterPass }
    public static var QRCodePayment: String { PaymentChannelCode.Group.QRCodePayment }
    public static var CardSchemeQRPayment: String { PaymentChannelCode.Group.CardSchemeQRPayment }
    public static var ThaiQRPayment: String { PaymentChannelCode.Group.ThaiQRPayment }
    public static var SingaporeQRPayment: String { PaymentChannelCode.Group.SingaporeQRPayment }
    public static var WebPayment: String { PaymentChannelCode.Group.WebPayment }
    public static var AutomatedTellerMachine: String { PaymentChannelCode.Group.AutomatedTellerMachine }
    public static var Kiosk: String { PaymentChannelCode.Group.Kiosk }
    public static var BankCounter: String { PaymentChannelCode.Group.BankCounter }
    public static var OverTheCounter: String { PaymentChannelCode.Group.OverTheCounter }
    public static var InternetBanking: String { PaymentChannelCode.Group.InternetBanking }
    public static var BuyNowPayLater: String { PaymentChannelCode.Group.BuyNowPayLater }
}

/// Categories, groups and channels of payments.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannelCodeChannel) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannelCodeChannel.")
public final class ObjCPaymentChannelCodeChannel: NSObject {
    public static var ZaloPay: String { PaymentChannelCode.Channel.ZaloPay }
}

/// Who pays the interest of instalments.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(InstallmentInterestTypeCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has InstallmentInterestTypeCode.")
public final class ObjCInstallmentInterestTypeCode: NSObject {
    public static var Customer: String { InstallmentInterestTypeCode.Customer }
    public static var Merchant: String { InstallmentInterestTypeCode.Merchant }
}

/// What a code to scan is sent as.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(QRTypeCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has QRTypeCode.")
public final class ObjCQRTypeCode: NSObject {
    /// What the code says.
    public static var RAW: String { QRTypeCode.RAW }
    /// A picture in base64.
    public static var BASE64: String { QRTypeCode.BASE64 }
    /// The address of a picture.
    public static var URL: String { QRTypeCode.URL }
}

/// Whether a channel asks for something.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentInputCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentInputCode.")
public final class ObjCPaymentInputCode: NSObject {
    public static var Mandatory: String { PaymentInputCode.Mandatory }
    public static var Optional: String { PaymentInputCode.Optional }
    public static var Ignore: String { PaymentInputCode.Ignore }
}

/// What a `PaymentCustomData` is.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentCustomDataCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentCustomDataCode.")
public final class ObjCPaymentCustomDataCode: NSObject {
    public static var Text: String { PaymentCustomDataCode.Text }
    public static var Image: String { PaymentCustomDataCode.Image }
    public static var Url: String { PaymentCustomDataCode.Url }
    public static var File: String { PaymentCustomDataCode.File }
}

/// Where a result is shared.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentNotificationPlatformCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentNotificationPlatformCode.")
public final class ObjCPaymentNotificationPlatformCode: NSObject {
    public static var Facebook: String { PaymentNotificationPlatformCode.Facebook }
    public static var WhatsApp: String { PaymentNotificationPlatformCode.WhatsApp }
    public static var WeChat: String { PaymentNotificationPlatformCode.WeChat }
    public static var Line: String { PaymentNotificationPlatformCode.Line }
    public static var Email: String { PaymentNotificationPlatformCode.Email }
}

/// What the gateway answered, or a part of it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(BaseModel) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has BaseModel.")
public class ObjCBaseModel: NSObject {}

/// An answer of the gateway: it ends in a code.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(BaseResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has BaseResponse.")
public class ObjCBaseResponse: ObjCBaseModel {
    /// `APIResponseCode.APISuccess`, what is next, or why the gateway refused.
    public let responseCode: String
    /// The code in the gateway's words.
    public let responseDescription: String

    init(_ responseCode: String, _ responseDescription: String) {
        self.responseCode = responseCode
        self.responseDescription = responseDescription
    }
}

/// Points, or a voucher.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPointInfoReward) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPointInfoReward.")
public final class ObjCLoyaltyPointInfoReward: ObjCBaseModel {
    let value: LoyaltyPointInfoReward

    init(_ value: LoyaltyPointInfoReward) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    public var id: String { value.id }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }

    public var totalPoints: Double { value.totalPoints }

    public var label: String { value.label }

    public var point: Double { value.point }

    public var forceToSelectReward: Bool { value.forceToSelectReward }

    public var name: String { value.name }

    /// `Credit` or `Voucher`.
    public var type: String { value.type }

    public var amount: Double { value.amount }

    public var quantity: Double { value.quantity }

    public var price: Double { value.price }
}

/// What a payer's points are worth.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPointInfoResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPointInfoResponse.")
public final class ObjCLoyaltyPointInfoResponse: ObjCBaseResponse {
    let value: LoyaltyPointInfoResponse

    init(_ value: LoyaltyPointInfoResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var paymentToken: String { value.paymentToken }

    public var providerId: String { value.providerId }

    public var providerName: String { value.providerName }

    public var referenceId: String { value.referenceId }

    /// `BANK` or `INDIVIDUAL`.
    public var providerType: String { value.providerType }

    public var terms: String { value.terms }

    public var rewards: [ObjCLoyaltyPointInfoReward] { value.rewards.map { ObjCLoyaltyPointInfoReward($0) } }
}

/// Whether a result was sent to the payer's friend or mailbox.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentNotificationResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentNotificationResponse.")
public final class ObjCPaymentNotificationResponse: ObjCBaseResponse {
    let value: PaymentNotificationResponse

    init(_ value: PaymentNotificationResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }
}

/// A language.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SystemLocale) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SystemLocale.")
public final class ObjCSystemLocale: ObjCBaseModel {
    let value: SystemLocale

    init(_ value: SystemLocale) {
        self.value = value
    }

    /// ISO 639: `en`, `zh-cn`.
    public var code: String { value.code }

    /// In the language itself.
    public var name: String { value.name }

    public var iconUrl: String { value.iconUrl }
}

/// What a screen begins with.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SystemInitialization) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SystemInitialization.")
public final class ObjCSystemInitialization: ObjCBaseModel {
    let value: SystemInitialization

    init(_ value: SystemInitialization) {
        self.value = value
    }

    public var locales: [ObjCSystemLocale] { value.locales.map { ObjCSystemLocale($0) } }
}

/// The languages of the gateway's pages.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SystemInitializationResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SystemInitializationResponse.")
public final class ObjCSystemInitializationResponse: ObjCBaseResponse {
    let value: SystemInitializationResponse

    init(_ value: SystemInitializationResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var initialization: ObjCSystemInitialization { ObjCSystemInitialization(value.initialization) }
}

/// The payer.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserPreference) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserPreference.")
public final class ObjCUserPreference: ObjCBaseModel {
    let value: UserPreference

    init(_ value: UserPreference) {
        self.value = value
    }

    public var name: String { value.name }

    public var email: String { value.email }

    public var mobileNo: String { value.mobileNo }

    /// ISO 3166, two letters.
    public var countryCode: String { value.countryCode }

    /// Country calling code, digits alone.
    public var mobileNoPrefix: String { value.mobileNoPrefix }

    /// ISO 639.
    public var locale: String { value.locale }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }
}

/// A channel the payer used before.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserPreferencePaymentChannel) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserPreferencePaymentChannel.")
public final class ObjCUserPreferencePaymentChannel: ObjCBaseModel {
    let value: UserPreferencePaymentChannel

    init(_ value: UserPreferencePaymentChannel) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    public var name: String { value.name }

    public var categoryCode: String { value.categoryCode }

    public var groupCode: String { value.groupCode }

    public var channelCode: String { value.channelCode }

    public var agentCode: String { value.agentCode }

    public var agentChannelCode: String { value.agentChannelCode }

    public var iconUrl: String { value.iconUrl }

    public var logoUrl: String { value.logoUrl }
}

/// The payer, and how they pay.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserPreferenceInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserPreferenceInfo.")
public final class ObjCUserPreferenceInfo: ObjCBaseModel {
    let value: UserPreferenceInfo

    init(_ value: UserPreferenceInfo) {
        self.value = value
    }

    public var preference: ObjCUserPreference { ObjCUserPreference(value.preference) }

    /// Channels the payer used before.
    public var channels: [ObjCUserPreferencePaymentChannel] { value.channels.map { ObjCUserPreferencePaymentChannel($0) } }
}

/// What is known of the payer's choices.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserPreferenceResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserPreferenceResponse.")
public final class ObjCUserPreferenceResponse: ObjCBaseResponse {
    let value: UserPreferenceResponse

    init(_ value: UserPreferenceResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var paymentToken: String { value.paymentToken }

    public var info: ObjCUserPreferenceInfo { ObjCUserPreferenceInfo(value.info) }
}

/// The price in another currency.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(FXRate) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has FXRate.")
public final class ObjCFXRate: ObjCBaseModel {
    let value: FXRate

    init(_ value: FXRate) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    /// What a payment names to be made in this currency.
    public var id: String { value.id }

    public var name: String { value.name }

    public var iconUrl: String { value.iconUrl }

    /// In major units of ``currencyCode``.
    public var amount: String { value.amount }

    public var fx: Double { value.fx }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }
}

/// In which other currencies a session may be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ExchangeRateResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ExchangeRateResponse.")
public final class ObjCExchangeRateResponse: ObjCBaseResponse {
    let value: ExchangeRateResponse

    init(_ value: ExchangeRateResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var paymentToken: String { value.paymentToken }

    public var providerCode: String { value.providerCode }

    /// Until when the rates hold, in milliseconds since 1970.
    public var expire: Int { value.expire }

    public var fxRates: [ObjCFXRate] { value.fxRates.map { ObjCFXRate($0) } }
}

/// Whether a payment was cancelled.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CancelTransactionResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CancelTransactionResponse.")
public final class ObjCCancelTransactionResponse: ObjCBaseResponse {
    let value: CancelTransactionResponse

    init(_ value: CancelTransactionResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var invoiceNo: String { value.invoiceNo }

    public var channelCode: String { value.channelCode }
}

/// The merchant of a payment.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(MerchantAdditionalInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has MerchantAdditionalInfo.")
public final class ObjCMerchantAdditionalInfo: ObjCBaseModel {
    let value: MerchantAdditionalInfo

    init(_ value: MerchantAdditionalInfo) {
        self.value = value
    }

    public var id: String { value.id }

    public var name: String { value.name }

    public var address: String { value.address }

    public var email: String { value.email }

    public var logoUrl: String { value.logoUrl }

    public var bannerUrl: String { value.bannerUrl }

    /// ISO 3166, two letters.
    public var countryCode: String { value.countryCode }

    /// Whether a screen shows more than the name.
    public var showDetailInfo: Bool { value.showDetailInfo }
}

/// What was paid, and with what.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionAdditionalInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionAdditionalInfo.")
public final class ObjCTransactionAdditionalInfo: ObjCBaseModel {
    let value: TransactionAdditionalInfo

    init(_ value: TransactionAdditionalInfo) {
        self.value = value
    }

    /// `yyyyMMddHHmmss`, in the merchant's time zone.
    public var dateTime: String { value.dateTime }

    public var agentCode: String { value.agentCode }

    /// The scheme of a card: `VI`.
    public var channelCode: String { value.channelCode }

    /// The account, masked: `411111XXXXXX1111`.
    public var data: String { value.data }

    /// In major units, with the currency's decimals: `1000.00`.
    public var amount: String { value.amount }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }

    public var invoiceNo: String { value.invoiceNo }

    public var productDescription: String { value.productDescription }

    /// Months.
    public var installmentPeriod: Int { value.installmentPeriod }

    /// `C` customer, `M` merchant.
    public var interestType: String { value.interestType }

    /// Per cent.
    public var interestRate: Double { value.interestRate }

    /// In major units.
    public var monthlyAmount: Double { value.monthlyAmount }

    /// Months.
    public var payLaterPeriod: Int { value.payLaterPeriod }
}

/// How a payment ended, and where its payer goes.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentResultAdditionalInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentResultAdditionalInfo.")
public final class ObjCPaymentResultAdditionalInfo: ObjCBaseModel {
    let value: PaymentResultAdditionalInfo

    init(_ value: PaymentResultAdditionalInfo) {
        self.value = value
    }

    /// `0000` for a payment that was approved.
    public var responseCode: String { value.responseCode }

    public var responseDescription: String { value.responseDescription }

    /// Whether no result is shown before the payer goes back to the shop.
    public var redirectImmediately: Bool { value.redirectImmediately }

    /// Whether the payer goes back without asking to.
    public var autoRedirect: Bool { value.autoRedirect }

    /// Milliseconds until then.
    public var autoRedirectTimer: Int { value.autoRedirectTimer }

    public var frontendReturnUrl: String { value.frontendReturnUrl }

    /// What goes to that address as `paymentResponse`. A hint, never proof of payment.
    public var frontendReturnData: String { value.frontendReturnData }
}

/// What a screen shows of a payment.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionStatusAdditionalInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionStatusAdditionalInfo.")
public final class ObjCTransactionStatusAdditionalInfo: ObjCBaseModel {
    let value: TransactionStatusAdditionalInfo

    init(_ value: TransactionStatusAdditionalInfo) {
        self.value = value
    }

    public var merchantInfo: ObjCMerchantAdditionalInfo { ObjCMerchantAdditionalInfo(value.merchantInfo) }

    public var transactionInfo: ObjCTransactionAdditionalInfo { ObjCTransactionAdditionalInfo(value.transactionInfo) }

    public var resultInfo: ObjCPaymentResultAdditionalInfo { ObjCPaymentResultAdditionalInfo(value.resultInfo) }
}

/// How far a payment is. For the app's screen: the proof of a payment is the backend's inquiry.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionStatusResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionStatusResponse.")
public final class ObjCTransactionStatusResponse: ObjCBaseResponse {
    let value: TransactionStatusResponse

    init(_ value: TransactionStatusResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var channelCode: String { value.channelCode }

    /// With `2000` alone.
    public var invoiceNo: String { value.invoiceNo }

    /// Language of the payment session, ISO 639.
    public var locale: String { value.locale }

    /// Where the request asked for it.
    public var additionalInfo: ObjCTransactionStatusAdditionalInfo { ObjCTransactionStatusAdditionalInfo(value.additionalInfo) }
}

/// What a slip or a code to scan is made of.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionResultAdditionalInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionResultAdditionalInfo.")
public final class ObjCTransactionResultAdditionalInfo: ObjCBaseModel {
    let value: TransactionResultAdditionalInfo

    init(_ value: TransactionResultAdditionalInfo) {
        self.value = value
    }

    public var qrData: String { value.qrData }

    public var barcodeData: String { value.barcodeData }

    /// What the payer names at the counter.
    public var referenceNo: String { value.referenceNo }

    /// `yyyy-MM-dd HH:mm:ss`.
    public var paymentExpiry: String { value.paymentExpiry }
}

/// What became of a payment that was begun: finished, or what is next.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionResultResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionResultResponse.")
public final class ObjCTransactionResultResponse: ObjCBaseResponse {
    let value: TransactionResultResponse

    init(_ value: TransactionResultResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    /// `CC` for a card.
    public var channelCode: String { value.channelCode }

    /// With `2000` alone: the payment is finished, which is not to say paid.
    public var invoiceNo: String { value.invoiceNo }

    /// What ``data`` of a QR payment is: `RAW`, `BASE64` or `URL`.
    public var type: String { value.type }

    /// With `1000` to `1005`: an address to open, a slip, or a QR code.
    public var data: String { value.data }

    /// With `1004`: a web address, where the application cannot be opened.
    public var fallbackData: String { value.fallbackData }

    /// With `1005`: milliseconds until the code expires.
    public var expiryTimer: Int { value.expiryTimer }

    /// With `1005`: the same in words.
    public var expiryDescription: String { value.expiryDescription }

    /// With `1003` and `1005`.
    public var additionalInfo: ObjCTransactionResultAdditionalInfo { ObjCTransactionResultAdditionalInfo(value.additionalInfo) }
}

/// What a card number must be like.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CardNoValidation) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CardNoValidation.")
public final class ObjCCardNoValidation: ObjCBaseModel {
    let value: CardNoValidation

    init(_ value: CardNoValidation) {
        self.value = value
    }

    public var prefixes: [String] { value.prefixes }

    /// Of the whole number, anchored, at most 255 characters.
    public var regex: String { value.regex }

    /// Whether its last digit is that of ISO/IEC 7812.
    public var luhn: Bool { value.luhn }
}

/// How a scheme's numbers begin.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CardTypeValidation) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CardTypeValidation.")
public final class ObjCCardTypeValidation: ObjCBaseModel {
    let value: CardTypeValidation

    init(_ value: CardTypeValidation) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    /// `VISA`.
    public var name: String { value.name }

    public var prefixes: [String] { value.prefixes }

    /// Of what has been typed so far.
    public var regex: String { value.regex }

    public var iconUrl: String { value.iconUrl }
}

/// What a card's number must be like.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentOptionValidation) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentOptionValidation.")
public final class ObjCPaymentOptionValidation: ObjCBaseModel {
    let value: PaymentOptionValidation

    init(_ value: PaymentOptionValidation) {
        self.value = value
    }

    public var cardNo: ObjCCardNoValidation { ObjCCardNoValidation(value.cardNo) }

    public var cardTypes: [ObjCCardTypeValidation] { value.cardTypes.map { ObjCCardTypeValidation($0) } }
}

/// Which channel a payment takes.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentCode.")
public final class ObjCPaymentCode: ObjCBaseModel {
    let value: PaymentCode

    init(_ value: PaymentCode) {
        self.value = value
    }

    public init(channelCode: String) { value = PaymentCode(channelCode: channelCode) }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        value = PaymentCode(channelCode: channelCode, agentCode, agentChannelCode)
    }

    /// `CC` for cards.
    public var channelCode: String { value.channelCode }

    public var agentCode: String { value.agentCode }

    public var agentChannelCode: String { value.agentChannelCode }
}

/// What a channel asks for: `M` mandatory, `O` optional, `I` not asked for.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentInput) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentInput.")
public final class ObjCPaymentInput: ObjCBaseModel {
    let value: PaymentInput

    init(_ value: PaymentInput) {
        self.value = value
    }

    public var name: String { value.name }

    public var email: String { value.email }

    public var mobileNo: String { value.mobileNo }

    public var cardNo: String { value.cardNo }

    public var expiryDate: String { value.expiryDate }

    public var securityCode: String { value.securityCode }

    public var pin: String { value.pin }

    public var token: String { value.token }

    public var accountNo: String { value.accountNo }

    public var billingAddress1: String { value.billingAddress1 }

    public var billingAddress2: String { value.billingAddress2 }

    public var billingAddress3: String { value.billingAddress3 }

    public var billingCity: String { value.billingCity }

    public var billingState: String { value.billingState }

    public var billingPostalCode: String { value.billingPostalCode }

    public var billingCountryCode: String { value.billingCountryCode }

    public var shippingAddress1: String { value.shippingAddress1 }

    public var shippingAddress2: String { value.shippingAddress2 }

    public var shippingAddress3: String { value.shippingAddress3 }

    public var shippingCity: String { value.shippingCity }

    public var shippingState: String { value.shippingState }

    public var shippingPostalCode: String { value.shippingPostalCode }

    public var shippingCountryCode: String { value.shippingCountryCode }
}

/// How much a channel takes, in major units; 0 for no limit.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(AmountValidation) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has AmountValidation.")
public final class ObjCAmountValidation: ObjCBaseModel {
    let value: AmountValidation

    init(_ value: AmountValidation) {
        self.value = value
    }

    public var min: Double { value.min }

    public var max: Double { value.max }
}

/// What a channel takes beyond the form of its fields.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentValidationAdditional) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentValidationAdditional.")
public final class ObjCPaymentValidationAdditional: ObjCBaseModel {
    let value: PaymentValidationAdditional

    init(_ value: PaymentValidationAdditional) {
        self.value = value
    }

    public var cardNo: ObjCCardNoValidation { ObjCCardNoValidation(value.cardNo) }

    public var amount: ObjCAmountValidation { ObjCAmountValidation(value.amount) }
}

/// What each thing that is asked for must be like: a regular expression of at most 255 characters.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentValidation) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentValidation.")
public final class ObjCPaymentValidation: ObjCBaseModel {
    let value: PaymentValidation

    init(_ value: PaymentValidation) {
        self.value = value
    }

    public var name: String { value.name }

    public var email: String { value.email }

    public var mobileNo: String { value.mobileNo }

    public var cardNo: String { value.cardNo }

    public var expiryDate: String { value.expiryDate }

    public var securityCode: String { value.securityCode }

    public var pin: String { value.pin }

    public var token: String { value.token }

    public var accountNo: String { value.accountNo }

    public var billingAddress1: String { value.billingAddress1 }

    public var billingAddress2: String { value.billingAddress2 }

    public var billingAddress3: String { value.billingAddress3 }

    public var billingCity: String { value.billingCity }

    public var billingState: String { value.billingState }

    public var billingPostalCode: String { value.billingPostalCode }

    public var billingCountryCode: String { value.billingCountryCode }

    public var shippingAddress1: String { value.shippingAddress1 }

    public var shippingAddress2: String { value.shippingAddress2 }

    public var shippingAddress3: String { value.shippingAddress3 }

    public var shippingCity: String { value.shippingCity }

    public var shippingState: String { value.shippingState }

    public var shippingPostalCode: String { value.shippingPostalCode }

    public var shippingCountryCode: String { value.shippingCountryCode }

    public var additional: ObjCPaymentValidationAdditional { ObjCPaymentValidationAdditional(value.additional) }
}

/// One way to pay in parts.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(InstallmentPlan) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has InstallmentPlan.")
public final class ObjCInstallmentPlan: ObjCBaseModel {
    let value: InstallmentPlan

    init(_ value: InstallmentPlan) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    /// Months.
    public var period: Int { value.period }

    /// `C` customer, `M` merchant.
    public var interestType: String { value.interestType }

    /// Per cent.
    public var interestRate: Double { value.interestRate }

    /// In major units.
    public var monthlyAmount: Double { value.monthlyAmount }

    /// In major units.
    public var monthlyInterest: Double { value.monthlyInterest }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }

    public var label: String { value.label }

    public var terms: String { value.terms }

    /// Months.
    public var payLaterPeriod: Int { value.payLaterPeriod }
}

/// Something a channel shows: a text, an image, an address or a file, by its type.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentCustomData) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentCustomData.")
public final class ObjCPaymentCustomData: ObjCBaseModel {
    let value: PaymentCustomData

    init(_ value: PaymentCustomData) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    /// `T`, `I`, `U` or `F`.
    public var type: String { value.type }

    public var data: String { value.data }
}

/// The merchant, as a wallet knows it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ProviderMerchantInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ProviderMerchantInfo.")
public final class ObjCProviderMerchantInfo: ObjCBaseModel {
    let value: ProviderMerchantInfo

    init(_ value: ProviderMerchantInfo) {
        self.value = value
    }

    public var id: String { value.id }

    public var name: String { value.name }

    /// ISO 3166, two letters.
    public var countryCode: String { value.countryCode }
}

/// What a wallet is asked to pay.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ProviderTransactionInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ProviderTransactionInfo.")
public final class ObjCProviderTransactionInfo: ObjCBaseModel {
    let value: ProviderTransactionInfo

    init(_ value: ProviderTransactionInfo) {
        self.value = value
    }

    public var productDescription: String { value.productDescription }

    /// In major units.
    public var amount: Double { value.amount }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }

    public var invoiceNo: String { value.invoiceNo }
}

/// What the sheet of a wallet is opened with.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentProvider) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentProvider.")
public final class ObjCPaymentProvider: ObjCBaseModel {
    let value: PaymentProvider

    init(_ value: PaymentProvider) {
        self.value = value
    }

    public var id: String { value.id }

    public var channels: [String] { value.channels }

    public var merchantInfo: ObjCProviderMerchantInfo { ObjCProviderMerchantInfo(value.merchantInfo) }

    public var transactionInfo: ObjCProviderTransactionInfo { ObjCProviderTransactionInfo(value.transactionInfo) }

    public var terms: String { value.terms }

    public var termsConsent: Bool { value.termsConsent }
}

/// What a channel says to the payer.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentInfo.")
public final class ObjCPaymentInfo: ObjCBaseModel {
    let value: PaymentInfo

    init(_ value: PaymentInfo) {
        self.value = value
    }

    public var terms: String { value.terms }

    public var promoUrl: String { value.promoUrl }

    public var learnMoreUrl: String { value.learnMoreUrl }

    public var termsConsent: Bool { value.termsConsent }

    public var installmentPlans: [ObjCInstallmentPlan] { value.installmentPlans.map { ObjCInstallmentPlan($0) } }

    public var paymentCustomDatas: [ObjCPaymentCustomData] { value.paymentCustomDatas.map { ObjCPaymentCustomData($0) } }

    public var paymentProvider: ObjCPaymentProvider { ObjCPaymentProvider(value.paymentProvider) }
}

/// What a payment on a channel is made of.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentContext) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentContext.")
public final class ObjCPaymentContext: ObjCBaseModel {
    let value: PaymentContext

    init(_ value: PaymentContext) {
        self.value = value
    }

    public var code: ObjCPaymentCode { ObjCPaymentCode(value.code) }

    public var input: ObjCPaymentInput { ObjCPaymentInput(value.input) }

    public var validation: ObjCPaymentValidation { ObjCPaymentValidation(value.validation) }

    public var info: ObjCPaymentInfo { ObjCPaymentInfo(value.info) }
}

/// One way to pay.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannel) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannel.")
public final class ObjCPaymentChannel: ObjCBaseModel {
    let value: PaymentChannel

    init(_ value: PaymentChannel) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    public var name: String { value.name }

    public var bankShortName: String { value.bankShortName }

    /// ISO 4217, three letters each.
    public var currencyCodes: [String] { value.currencyCodes }

    public var iconUrl: String { value.iconUrl }

    public var logoUrl: String { value.logoUrl }

    /// Whether it is out of service.
    public var down: Bool { value.down }

    public var immediatePayment: Bool { value.immediatePayment }

    public var checkEligibleOption: Bool { value.checkEligibleOption }

    public var ippProviderCode: String { value.ippProviderCode }

    public var registrationStatus: String { value.registrationStatus }

    public var partnerMerchantRefID: String { value.partnerMerchantRefID }

    public var context: ObjCPaymentContext { ObjCPaymentContext(value.context) }
}

/// One kind of conversion.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CurrencyConversion) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CurrencyConversion.")
public final class ObjCCurrencyConversion: ObjCBaseModel {
    let value: CurrencyConversion

    init(_ value: CurrencyConversion) {
        self.value = value
    }

    public var active: Bool { value.active }

    public var terms: String { value.terms }
}

/// Which kinds of conversion are offered.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ExchangeRateConfiguration) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ExchangeRateConfiguration.")
public final class ObjCExchangeRateConfiguration: ObjCBaseModel {
    let value: ExchangeRateConfiguration

    init(_ value: ExchangeRateConfiguration) {
        self.value = value
    }

    public var multipleCurrencyPricing: ObjCCurrencyConversion { ObjCCurrencyConversion(value.multipleCurrencyPricing) }

    public var dynamicCurrencyConversion: ObjCCurrencyConversion { ObjCCurrencyConversion(value.dynamicCurrencyConversion) }

    public var alternativePaymentMethodMultipleCurrencyConversion: ObjCCurrencyConversion { ObjCCurrencyConversion(value.alternativePaymentMethodMultipleCurrencyConversion) }
}

/// How a session may be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentConfiguration) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentConfiguration.")
public final class ObjCPaymentConfiguration: ObjCBaseModel {
    let value: PaymentConfiguration

    init(_ value: PaymentConfiguration) {
        self.value = value
    }

    /// Whether a screen asks to remember the card.
    public var tokenize: Bool { value.tokenize }

    /// Whether the card is stored and nothing is paid.
    public var tokenizeOnly: Bool { value.tokenizeOnly }

    /// Whether stored cards alone may be used.
    public var cardTokenOnly: Bool { value.cardTokenOnly }

    /// Whether a screen pays without a further click.
    public var immediatePayment: Bool { value.immediatePayment }

    public var exchangeRate: ObjCExchangeRateConfiguration { ObjCExchangeRateConfiguration(value.exchangeRate) }
}

/// Over which messengers a result may be shared.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentNotification) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentNotification.")
public final class ObjCPaymentNotification: ObjCBaseModel {
    let value: PaymentNotification

    init(_ value: PaymentNotification) {
        self.value = value
    }

    public var facebook: Bool { value.facebook }

    public var whatsApp: Bool { value.whatsApp }

    public var line: Bool { value.line }
}

/// What a session allows.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ConfigurationInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ConfigurationInfo.")
public final class ObjCConfigurationInfo: ObjCBaseModel {
    let value: ConfigurationInfo

    init(_ value: ConfigurationInfo) {
        self.value = value
    }

    public var payment: ObjCPaymentConfiguration { ObjCPaymentConfiguration(value.payment) }

    public var notification: ObjCPaymentNotification { ObjCPaymentNotification(value.notification) }
}

/// The channels of a group, and what each asks for.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentOptionDetailResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentOptionDetailResponse.")
public final class ObjCPaymentOptionDetailResponse: ObjCBaseResponse {
    let value: PaymentOptionDetailResponse

    init(_ value: PaymentOptionDetailResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var totalChannel: Int { value.totalChannel }

    public var name: String { value.name }

    public var categoryCode: String { value.categoryCode }

    public var groupCode: String { value.groupCode }

    public var iconUrl: String { value.iconUrl }

    public var validation: ObjCPaymentOptionValidation { ObjCPaymentOptionValidation(value.validation) }

    public var channels: [ObjCPaymentChannel] { value.channels.map { ObjCPaymentChannel($0) } }

    public var configurationInfo: ObjCConfigurationInfo { ObjCConfigurationInfo(value.configurationInfo) }
}

/// The merchant of a session.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(MerchantInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has MerchantInfo.")
public final class ObjCMerchantInfo: ObjCBaseModel {
    let value: MerchantInfo

    init(_ value: MerchantInfo) {
        self.value = value
    }

    public var id: String { value.id }

    public var name: String { value.name }

    public var address: String { value.address }

    public var email: String { value.email }

    public var logoUrl: String { value.logoUrl }

    public var bannerUrl: String { value.bannerUrl }

    /// ISO 3166, two letters.
    public var countryCode: String { value.countryCode }
}

/// The plan a payment is the first of.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(RecurringInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has RecurringInfo.")
public final class ObjCRecurringInfo: ObjCBaseModel {
    let value: RecurringInfo

    init(_ value: RecurringInfo) {
        self.value = value
    }

    /// Of each charge, in major units.
    public var amount: String { value.amount }

    /// Days between charges.
    public var interval: Int { value.interval }

    /// How many, 0 for endless.
    public var count: Int { value.count }

    /// `ddMMyyyy`.
    public var chargeNextDate: String { value.chargeNextDate }

    /// `ddMM`.
    public var chargeOnDate: String { value.chargeOnDate }
}

/// One thing in the basket.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentItemInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentItemInfo.")
public final class ObjCPaymentItemInfo: ObjCBaseModel {
    let value: PaymentItemInfo

    init(_ value: PaymentItemInfo) {
        self.value = value
    }

    public var code: String { value.code }

    public var name: String { value.name }

    public var quantity: Int { value.quantity }

    /// Of one, in major units.
    public var price: Double { value.price }
}

/// What is to be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionInfo.")
public final class ObjCTransactionInfo: ObjCBaseModel {
    let value: TransactionInfo

    init(_ value: TransactionInfo) {
        self.value = value
    }

    /// In major units, with the currency's decimals: `1000.00`.
    public var amount: String { value.amount }

    /// ISO 4217, three letters.
    public var currencyCode: String { value.currencyCode }

    public var invoiceNo: String { value.invoiceNo }

    public var productDescription: String { value.productDescription }

    /// `yyyyMMddHHmmss`, in the merchant's time zone.
    public var dateTime: String { value.dateTime }

    /// Whether a screen offers other currencies.
    public var showFxRate: Bool { value.showFxRate }

    public var recurring: ObjCRecurringInfo { ObjCRecurringInfo(value.recurring) }

    public var paymentItemInfos: [ObjCPaymentItemInfo] { value.paymentItemInfos.map { ObjCPaymentItemInfo($0) } }
}

/// A group of channels: `CC`.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannelGroup) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannelGroup.")
public final class ObjCPaymentChannelGroup: ObjCBaseModel {
    let value: PaymentChannelGroup

    init(_ value: PaymentChannelGroup) {
        self.value = value
    }

    public var sequenceNo: Int { value.sequenceNo }

    public var name: String { value.name }

    /// `PaymentChannelCode.Group` of the SDK.
    public var code: String { value.code }

    public var iconUrl: String { value.iconUrl }

    public var logoUrl: String { value.logoUrl }

    public var isDefault: Bool { value.`default` }
}

/// A kind of payment: `GCARD`.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentChannelCategory) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentChannelCategory.")
public final class ObjCPaymentChannelCategory: ObjCBaseModel {
    let value: PaymentChannelCategory

    init(_ value: PaymentChannelCategory) {
        self.value = value
    }

    /// Its place among its like.
    public var sequenceNo: Int { value.sequenceNo }

    public var name: String { value.name }

    /// `PaymentChannelCode.Category` of the SDK.
    public var code: String { value.code }

    public var iconUrl: String { value.iconUrl }

    public var logoUrl: String { value.logoUrl }

    /// Whether a screen begins with it.
    public var isDefault: Bool { value.`default` }

    public var groups: [ObjCPaymentChannelGroup] { value.groups.map { ObjCPaymentChannelGroup($0) } }
}

/// A postal address.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PostalAddress) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PostalAddress.")
public final class ObjCPostalAddress: ObjCBaseModel {
    let value: PostalAddress

    init(_ value: PostalAddress) {
        self.value = value
    }

    public var address1: String { value.address1 }

    public var address2: String { value.address2 }

    public var address3: String { value.address3 }

    public var city: String { value.city }

    public var state: String { value.state }

    public var postalCode: String { value.postalCode }

    /// ISO 3166, two letters.
    public var countryCode: String { value.countryCode }
}

/// The payer's addresses.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserAddress) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserAddress.")
public final class ObjCUserAddress: ObjCBaseModel {
    let value: UserAddress

    init(_ value: UserAddress) {
        self.value = value
    }

    public var userBillingAddress: ObjCPostalAddress { ObjCPostalAddress(value.billing) }

    public var userShippingAddress: ObjCPostalAddress { ObjCPostalAddress(value.shipping) }
}

/// What is known of the payer.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentUserInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentUserInfo.")
public final class ObjCPaymentUserInfo: ObjCBaseModel {
    let value: PaymentUserInfo

    init(_ value: PaymentUserInfo) {
        self.value = value
    }

    public var userAddress: ObjCUserAddress { ObjCUserAddress(value.userAddress) }
}

/// With what a session can be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentOptionResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentOptionResponse.")
public final class ObjCPaymentOptionResponse: ObjCBaseResponse {
    let value: PaymentOptionResponse

    init(_ value: PaymentOptionResponse) {
        self.value = value
        super.init(value.responseCode, value.responseDescription)
    }

    public var paymentToken: String { value.paymentToken }

    public var merchantInfo: ObjCMerchantInfo { ObjCMerchantInfo(value.merchantInfo) }

    public var transactionInfo: ObjCTransactionInfo { ObjCTransactionInfo(value.transactionInfo) }

    /// Kinds of payment, each with its groups.
    public var channels: [ObjCPaymentChannelCategory] { value.channels.map { ObjCPaymentChannelCategory($0) } }

    public var userInfo: ObjCPaymentUserInfo { ObjCPaymentUserInfo(value.userInfo) }

    public var configurationInfo: ObjCConfigurationInfo { ObjCConfigurationInfo(value.configurationInfo) }
}

/// A request about a payment session.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SessionRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SessionRequest.")
public class ObjCSessionRequest: ObjCBaseRequest {
    /// What the merchant's backend minted.
    public var paymentToken: String

    public init(paymentToken: String) { self.paymentToken = paymentToken }

    func filled<Request: BaseRequest>(_ value: Request) -> Request {
        value.clientId = clientId
        value.locale = locale
        return value
    }
}

/// Asks with what a session can be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentOptionRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentOptionRequest.")
public final class ObjCPaymentOptionRequest: ObjCSessionRequest {
    var value: PaymentOptionRequest {
        let value = filled(PaymentOptionRequest(paymentToken: paymentToken))
        return value
    }
}

/// Asks for the channels of a group.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentOptionDetailRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentOptionDetailRequest.")
public final class ObjCPaymentOptionDetailRequest: ObjCSessionRequest {
    /// ``PaymentChannelCode/Category``.
    public var categoryCode: String = ""
    /// ``PaymentChannelCode/Group``.
    public var groupCode: String = ""

    var value: PaymentOptionDetailRequest {
        let value = filled(PaymentOptionDetailRequest(paymentToken: paymentToken))
        value.categoryCode = categoryCode
        value.groupCode = groupCode
        return value
    }
}

/// Pays a session. ``TransactionResultRequestBuilder`` makes it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionResultRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionResultRequest.")
public final class ObjCTransactionResultRequest: ObjCSessionRequest {
    public var payment: ObjCPaymentRequest?

    var value: TransactionResultRequest {
        let value = filled(TransactionResultRequest(paymentToken: paymentToken))
        value.payment = payment?.value
        return value
    }
}

/// Asks how far a payment is.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionStatusRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionStatusRequest.")
public final class ObjCTransactionStatusRequest: ObjCSessionRequest {
    /// Whether the answer says what a screen shows of the payment.
    public var additionalInfo: Bool = false

    var value: TransactionStatusRequest {
        let value = filled(TransactionStatusRequest(paymentToken: paymentToken))
        value.additionalInfo = additionalInfo
        return value
    }
}

/// Cancels a payment.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CancelTransactionRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CancelTransactionRequest.")
public final class ObjCCancelTransactionRequest: ObjCSessionRequest {
    var value: CancelTransactionRequest {
        let value = filled(CancelTransactionRequest(paymentToken: paymentToken))
        return value
    }
}

/// Asks in which other currencies a session may be paid.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(ExchangeRateRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has ExchangeRateRequest.")
public final class ObjCExchangeRateRequest: ObjCSessionRequest {
    /// The first 6 digits of the card's number.
    public var bin: String = ""

    var value: ExchangeRateRequest {
        let value = filled(ExchangeRateRequest(paymentToken: paymentToken))
        value.bin = bin
        return value
    }
}

/// Asks for what is known of the payer's choices.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserPreferenceRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserPreferenceRequest.")
public final class ObjCUserPreferenceRequest: ObjCSessionRequest {
    var value: UserPreferenceRequest {
        let value = filled(UserPreferenceRequest(paymentToken: paymentToken))
        return value
    }
}

/// Asks for the languages of the gateway's pages. It needs no payment token.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SystemInitializationRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SystemInitializationRequest.")
public final class ObjCSystemInitializationRequest: ObjCBaseRequest {
    var value: SystemInitializationRequest {
        let value = SystemInitializationRequest()
        value.clientId = clientId
        value.locale = locale
        return value
    }
}

/// Shares a result.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentNotificationRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentNotificationRequest.")
public final class ObjCPaymentNotificationRequest: ObjCSessionRequest {
    /// ``PaymentNotificationPlatformCode``.
    public var platform: String = ""
    /// An e-mail address, or the name in the messenger.
    public var recipientId: String = ""
    public var recipientName: String = ""

    var value: PaymentNotificationRequest {
        let value = filled(PaymentNotificationRequest(paymentToken: paymentToken))
        value.platform = platform
        value.recipientId = recipientId
        value.recipientName = recipientName
        return value
    }
}

/// Asks what a payer's points are worth.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPointInfoRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPointInfoRequest.")
public final class ObjCLoyaltyPointInfoRequest: ObjCSessionRequest {
    public var providerId: String = ""

    var value: LoyaltyPointInfoRequest {
        let value = filled(LoyaltyPointInfoRequest(paymentToken: paymentToken))
        value.providerId = providerId
        return value
    }
}

/// Where the bill goes.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserBillingAddress) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserBillingAddress.")
public final class ObjCUserBillingAddress: NSObject {
    public var address1 = ""
    public var address2 = ""
    public var address3 = ""
    public var city = ""
    public var state = ""
    public var postalCode = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    var value: UserBillingAddress {
        let value = UserBillingAddress()
        value.address1 = address1
        value.address2 = address2
        value.address3 = address3
        value.city = city
        value.state = state
        value.postalCode = postalCode
        value.countryCode = countryCode
        return value
    }
}

/// Where the goods go.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserShippingAddress) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserShippingAddress.")
public final class ObjCUserShippingAddress: NSObject {
    public var address1 = ""
    public var address2 = ""
    public var address3 = ""
    public var city = ""
    public var state = ""
    public var postalCode = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    var value: UserShippingAddress {
        let value = UserShippingAddress()
        value.address1 = address1
        value.address2 = address2
        value.address3 = address3
        value.city = city
        value.state = state
        value.postalCode = postalCode
        value.countryCode = countryCode
        return value
    }
}

/// One kind of points.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPointReward) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPointReward.")
public final class ObjCLoyaltyPointReward: NSObject {
    public var id = ""
    public var quantity = 0.0

    var value: LoyaltyPointReward {
        let value = LoyaltyPointReward()
        value.id = id
        value.quantity = quantity
        return value
    }
}

/// Points to pay with.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPoint) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPoint.")
public final class ObjCLoyaltyPoint: NSObject {
    public var providerId = ""
    public var accountNo = ""
    public var accountAuthData = ""
    /// In major units.
    public var redeemAmount = 0.0
    public var rewards = [ObjCLoyaltyPointReward]()

    var value: LoyaltyPoint {
        let value = LoyaltyPoint()
        value.providerId = providerId
        value.accountNo = accountNo
        value.accountAuthData = accountAuthData
        value.redeemAmount = redeemAmount
        value.rewards = rewards.map(\.value)
        return value
    }
}

/// What is paid with, on which channel. A builder makes it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentRequest.")
public final class ObjCPaymentRequest: NSObject {
    let value: PaymentRequest

    init(_ value: PaymentRequest) { self.value = value }
}

/// Builds a UserAddress.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UserAddressBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UserAddressBuilder.")
public final class ObjCUserAddressBuilder: NSObject {
    private let value = UserAddressBuilder()

    @discardableResult
    public func userBillingAddress(_ userBillingAddress: ObjCUserBillingAddress) -> ObjCUserAddressBuilder {
        value.userBillingAddress(userBillingAddress.value)
        return self
    }

    @discardableResult
    public func userShippingAddress(_ userShippingAddress: ObjCUserShippingAddress) -> ObjCUserAddressBuilder {
        value.userShippingAddress(userShippingAddress.value)
        return self
    }

    public func build() -> ObjCUserAddress { ObjCUserAddress(value.build()) }
}

/// What every payment can say. Each call gives the builder back, so that they chain; ``build()`` ends it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PaymentBuilder.")
public class ObjCPaymentBuilder: NSObject {
    private let builder: PaymentBuilder

    init(_ builder: PaymentBuilder) { self.builder = builder }

    func with(_ change: (inout PaymentData) -> Void) -> Self {
        _ = builder.with(change)
        return self
    }

    public func build() -> ObjCPaymentRequest { ObjCPaymentRequest(builder.build()) }

    /// Of an exchange rate the payer chose.
    @discardableResult
    public func fxRateId(_ fxRateId: String) -> Self { with { $0.fxRateId = fxRateId } }

    /// The holder's name.
    @discardableResult
    public func name(_ name: String) -> Self { with { $0.name = name } }

    @discardableResult
    public func email(_ email: String) -> Self { with { $0.email = email } }

    /// As people write one: `+66 81 234 5678`.
    @discardableResult
    public func mobileNo(_ mobileNo: String) -> Self { with { $0.mobileNo = mobileNo } }

    /// `yyyy-MM-dd HH:mm:ss`.
    @discardableResult
    public func paymentExpiry(_ paymentExpiry: String) -> Self { with { $0.paymentExpiry = paymentExpiry } }

    @discardableResult
    public func customerNote(_ customerNote: String) -> Self { with { $0.customerNote = customerNote } }

    /// The payer's addresses.
    @discardableResult
    public func userAddress(_ userAddress: ObjCUserAddress) -> Self { with { $0.userAddress = userAddress.value } }
}

/// What payments with a card's data can say.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CardDataBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CardDataBuilder.")
public class ObjCCardDataBuilder: ObjCPaymentBuilder {

    /// 1 to 12.
    @discardableResult
    public func expiryMonth(_ expiryMonth: Int) -> Self { with { $0.expiryMonth = expiryMonth } }

    /// Four digits.
    @discardableResult
    public func expiryYear(_ expiryYear: Int) -> Self { with { $0.expiryYear = expiryYear } }

    /// The three or four digits on the card.
    @discardableResult
    public func securityCode(_ securityCode: String) -> Self { with { $0.securityCode = securityCode } }
}

/// What payments with a card in parts can say.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(InstallmentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has InstallmentBuilder.")
public class ObjCInstallmentBuilder: ObjCCardDataBuilder {

    @discardableResult
    public func pin(_ pin: String) -> Self { with { $0.pin = pin } }

    /// `C` customer, `M` merchant.
    @discardableResult
    public func installmentInterestType(_ installmentInterestType: String) -> Self { with { $0.installmentInterestType = installmentInterestType } }

    /// Months.
    @discardableResult
    public func installmentPeriod(_ installmentPeriod: Int) -> Self { with { $0.installmentPeriod = installmentPeriod } }

    /// Months.
    @discardableResult
    public func installmentPayLaterPeriod(_ installmentPayLaterPeriod: Int) -> Self { with { $0.installmentPayLaterPeriod = installmentPayLaterPeriod } }
}

/// Payments that an agent takes: a bank, a counter, a machine.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(AgentPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has AgentPaymentBuilder.")
public class ObjCAgentPaymentBuilder: ObjCPaymentBuilder {
}

/// Pays with a card's number.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CardPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CardPaymentBuilder.")
public final class ObjCCardPaymentBuilder: ObjCInstallmentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(CardPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String) {
        super.init(CardPaymentBuilder(channelCode: channelCode))
    }

    public init(paymentCode: ObjCPaymentCode, cardNo: String) {
        super.init(CardPaymentBuilder(paymentCode: paymentCode.value, cardNo))
    }

    public init(channelCode: String, cardNo: String) {
        super.init(CardPaymentBuilder(channelCode: channelCode, cardNo))
    }

    /// The issuer's name.
    @discardableResult
    public func bank(_ bank: String) -> Self { with { $0.bank = bank } }

    /// The issuer's country, ISO 3166, two letters.
    @discardableResult
    public func country(_ country: String) -> Self { with { $0.country = country } }

    /// Whether the card is stored when the payment is approved.
    @discardableResult
    public func tokenize(_ tokenize: Bool) -> Self { with { $0.tokenize = tokenize } }
}

/// Pays with a stored card of the session. An expiry renews the stored one.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CustomerTokenPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CustomerTokenPaymentBuilder.")
public final class ObjCCustomerTokenPaymentBuilder: ObjCInstallmentBuilder {

    public init(paymentCode: ObjCPaymentCode, token: String) {
        super.init(CustomerTokenPaymentBuilder(paymentCode: paymentCode.value, token))
    }

    public init(channelCode: String, token: String) {
        super.init(CustomerTokenPaymentBuilder(channelCode: channelCode, token))
    }
}

/// Pays on any channel, with whatever it takes.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(UniversalPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has UniversalPaymentBuilder.")
public final class ObjCUniversalPaymentBuilder: ObjCInstallmentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(UniversalPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(UniversalPaymentBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }

    /// An account of a channel other than cards.
    @discardableResult
    public func accountNo(_ accountNo: String) -> Self { with { $0.accountNo = accountNo } }

    /// 12 to 19 digits; blanks and dashes between them do no harm.
    @discardableResult
    public func cardNo(_ cardNo: String) -> Self { with { $0.cardNo = cardNo } }

    /// A stored card; on a channel with cryptograms of its own (`APPLEPAY`, `GOOGLEPAY`), such a cryptogram.
    @discardableResult
    public func token(_ token: String) -> Self { with { $0.token = token } }

    /// `RAW`, `BASE64` or `URL`.
    @discardableResult
    public func qrType(_ qrType: String) -> Self { with { $0.qrType = qrType } }

    /// The issuer's name.
    @discardableResult
    public func bank(_ bank: String) -> Self { with { $0.bank = bank } }

    /// The issuer's country, ISO 3166, two letters.
    @discardableResult
    public func country(_ country: String) -> Self { with { $0.country = country } }

    /// Whether the card is stored when the payment is approved.
    @discardableResult
    public func tokenize(_ tokenize: Bool) -> Self { with { $0.tokenize = tokenize } }
}

/// Pays with a wallet.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(DigitalPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has DigitalPaymentBuilder.")
public final class ObjCDigitalPaymentBuilder: ObjCPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(DigitalPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String) {
        super.init(DigitalPaymentBuilder(channelCode: channelCode))
    }

    /// An account of a channel other than cards.
    @discardableResult
    public func accountNo(_ accountNo: String) -> Self { with { $0.accountNo = accountNo } }

    /// The wallet's cryptogram.
    @discardableResult
    public func token(_ token: String) -> Self { with { $0.token = token; $0.tokenKind = .cryptogram } }
}

/// Pays by a code to scan.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(QRPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has QRPaymentBuilder.")
public final class ObjCQRPaymentBuilder: ObjCPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(QRPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String) {
        super.init(QRPaymentBuilder(channelCode: channelCode))
    }

    /// `RAW`, `BASE64` or `URL`.
    @discardableResult
    public func type(_ type: String) -> Self { with { $0.qrType = type } }
}

/// Pays later.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(BuyNowPayLaterPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has BuyNowPayLaterPaymentBuilder.")
public final class ObjCBuyNowPayLaterPaymentBuilder: ObjCPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(BuyNowPayLaterPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String) {
        super.init(BuyNowPayLaterPaymentBuilder(channelCode: channelCode))
    }
}

/// Pays at one's bank's site.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(InternetBankingBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has InternetBankingBuilder.")
public final class ObjCInternetBankingBuilder: ObjCAgentPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(InternetBankingBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(InternetBankingBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays in cash, at a counter.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PayAtCounterBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PayAtCounterBuilder.")
public final class ObjCPayAtCounterBuilder: ObjCAgentPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(PayAtCounterBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(PayAtCounterBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays at a machine.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(SelfServiceMachineBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has SelfServiceMachineBuilder.")
public final class ObjCSelfServiceMachineBuilder: ObjCAgentPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(SelfServiceMachineBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(SelfServiceMachineBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays from a bank account that is registered.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(OnlineDirectDebitBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has OnlineDirectDebitBuilder.")
public final class ObjCOnlineDirectDebitBuilder: ObjCAgentPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(OnlineDirectDebitBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(OnlineDirectDebitBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays in a bank's app.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(DeepLinkPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has DeepLinkPaymentBuilder.")
public final class ObjCDeepLinkPaymentBuilder: ObjCAgentPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(DeepLinkPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(DeepLinkPaymentBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays on another site.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(WebPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has WebPaymentBuilder.")
public final class ObjCWebPaymentBuilder: ObjCCardDataBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(WebPaymentBuilder(paymentCode: paymentCode.value))
    }

    public init(channelCode: String, agentCode: String, agentChannelCode: String) {
        super.init(WebPaymentBuilder(channelCode: channelCode, agentCode, agentChannelCode))
    }

    /// 12 to 19 digits; blanks and dashes between them do no harm.
    @discardableResult
    public func cardNo(_ cardNo: String) -> Self { with { $0.cardNo = cardNo } }

    /// 1 to 12, of a card that says since when it is good.
    @discardableResult
    public func issuedMonth(_ issuedMonth: Int) -> Self { with { $0.issuedMonth = issuedMonth } }

    /// Four digits.
    @discardableResult
    public func issuedYear(_ issuedYear: Int) -> Self { with { $0.issuedYear = issuedYear } }
}

/// Pays with a currency of a chain.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(DigitalCurrencyBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has DigitalCurrencyBuilder.")
public final class ObjCDigitalCurrencyBuilder: ObjCPaymentBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(DigitalCurrencyBuilder(paymentCode: paymentCode.value))
    }
}

/// Pays with points, and with a card what they do not cover.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(LoyaltyPointPaymentBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has LoyaltyPointPaymentBuilder.")
public final class ObjCLoyaltyPointPaymentBuilder: ObjCCardDataBuilder {

    public init(paymentCode: ObjCPaymentCode) {
        super.init(LoyaltyPointPaymentBuilder(paymentCode: paymentCode.value))
    }

    /// 12 to 19 digits; blanks and dashes between them do no harm.
    @discardableResult
    public func cardNo(_ cardNo: String) -> Self { with { $0.cardNo = cardNo } }

    @discardableResult
    public func loyaltyPoints(_ loyaltyPoints: [ObjCLoyaltyPoint]) -> Self { with { $0.loyaltyPoints = loyaltyPoints.map(\.value.values) } }
}

/// Builds a `TransactionResultRequest`.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(TransactionResultRequestBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has TransactionResultRequestBuilder.")
public final class ObjCTransactionResultRequestBuilder: NSObject {
    private let request: ObjCTransactionResultRequest

    public init(paymentToken: String) { request = ObjCTransactionResultRequest(paymentToken: paymentToken) }

    @discardableResult
    public func clientId(_ clientId: String) -> ObjCTransactionResultRequestBuilder {
        request.clientId = clientId
        return self
    }

    @discardableResult
    public func locale(_ locale: String) -> ObjCTransactionResultRequestBuilder {
        request.locale = locale
        return self
    }

    /// What is paid with.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(withPaymentRequest:)
    #endif
    @discardableResult
    public func with(_ payment: ObjCPaymentRequest) -> ObjCTransactionResultRequestBuilder {
        request.payment = payment
        return self
    }

    public func build() -> ObjCTransactionResultRequest { request }
}

@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PGWSDK.")
extension ObjCPGWSDK {
    /// With what a session can be paid.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(paymentOptionWithPaymentOptionRequest:response:failure:)
    #endif
    public func paymentOption(
        _ request: ObjCPaymentOptionRequest?, response: @escaping (ObjCPaymentOptionResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.paymentOption(paymentOptionRequest: request?.value, { response(ObjCPaymentOptionResponse($0)) }, failure)
    }

    /// The channels of a group, and what each asks for.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(paymentOptionDetailWithPaymentOptionDetailRequest:response:failure:)
    #endif
    public func paymentOptionDetail(
        _ request: ObjCPaymentOptionDetailRequest?, response: @escaping (ObjCPaymentOptionDetailResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.paymentOptionDetail(paymentOptionDetailRequest: request?.value, { response(ObjCPaymentOptionDetailResponse($0)) }, failure)
    }

    /// Begins a payment. The answer says what is next, or that it is finished; payment does the rest as well.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(proceedTransactionWithTransactionResultRequest:response:failure:)
    #endif
    public func proceedTransaction(
        _ request: ObjCTransactionResultRequest?, response: @escaping (ObjCTransactionResultResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.proceedTransaction(transactionResultRequest: request?.value, { response(ObjCTransactionResultResponse($0)) }, failure)
    }

    /// How far a payment is. `2000` says that it is finished, not that it was paid: that is for the backend to ask.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(transactionStatusWithTransactionStatusRequest:response:failure:)
    #endif
    public func transactionStatus(
        _ request: ObjCTransactionStatusRequest?, response: @escaping (ObjCTransactionStatusResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.transactionStatus(transactionStatusRequest: request?.value, { response(ObjCTransactionStatusResponse($0)) }, failure)
    }

    /// Cancels a payment that is not finished.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(cancelTransactionWithCancelTransactionRequest:response:failure:)
    #endif
    public func cancelTransaction(
        _ request: ObjCCancelTransactionRequest?, response: @escaping (ObjCCancelTransactionResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.cancelTransaction(cancelTransactionRequest: request?.value, { response(ObjCCancelTransactionResponse($0)) }, failure)
    }

    /// In which other currencies a session may be paid.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(exchangeRateWithExchangeRateRequest:response:failure:)
    #endif
    public func exchangeRate(
        _ request: ObjCExchangeRateRequest?, response: @escaping (ObjCExchangeRateResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.exchangeRate(exchangeRateRequest: request?.value, { response(ObjCExchangeRateResponse($0)) }, failure)
    }

    /// What is known of the payer's choices.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(userPreferenceWithUserPreferenceRequest:response:failure:)
    #endif
    public func userPreference(
        _ request: ObjCUserPreferenceRequest?, response: @escaping (ObjCUserPreferenceResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.userPreference(userPreferenceRequest: request?.value, { response(ObjCUserPreferenceResponse($0)) }, failure)
    }

    /// The languages of the gateway's pages.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(systemInitializationWithSystemInitializationRequest:response:failure:)
    #endif
    public func systemInitialization(
        _ request: ObjCSystemInitializationRequest?, response: @escaping (ObjCSystemInitializationResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.systemInitialization(systemInitializationRequest: request?.value, { response(ObjCSystemInitializationResponse($0)) }, failure)
    }

    /// Shares a result.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(paymentNotificationWithPaymentNotificationRequest:response:failure:)
    #endif
    public func paymentNotification(
        _ request: ObjCPaymentNotificationRequest?, response: @escaping (ObjCPaymentNotificationResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.paymentNotification(paymentNotificationRequest: request?.value, { response(ObjCPaymentNotificationResponse($0)) }, failure)
    }

    /// What a payer's points are worth.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(loyaltyPointInfoWithLoyaltyPointInfoRequest:response:failure:)
    #endif
    public func loyaltyPointInfo(
        _ request: ObjCLoyaltyPointInfoRequest?, response: @escaping (ObjCLoyaltyPointInfoResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.loyaltyPointInfo(loyaltyPointInfoRequest: request?.value, { response(ObjCLoyaltyPointInfoResponse($0)) }, failure)
    }
}
