// The shapes of what Sources/PGW/Payments/ObjectiveC+payments.swift wraps. Written by Scripts/bindings.

import Foundation

class BaseRequest { var clientId = "", locale = "" }

struct PaymentData {
    enum TokenKind { case cryptogram }
    var tokenKind: TokenKind?
    var userAddress: UserAddress?
    var loyaltyPoints: [LoyaltyPoint.Values] = []
    var name = ""
    var email = ""
    var mobileNo = ""
    var accountNo = ""
    var cardNo = ""
    var expiryMonth = 0
    var expiryYear = 0
    var securityCode = ""
    var pin = ""
    var bank = ""
    var country = ""
    var tokenize = false
    var customerToken = ""
    var token = ""
    var cryptogram = ""
    var installmentInterestType = ""
    var installmentPeriod = 0
    var installmentPayLaterPeriod = 0
    var qrType = ""
    var fxRateId = ""
    var paymentExpiry = ""
    var customerNote = ""
    var issuedMonth = 0
    var issuedYear = 0
}

enum PaymentChannelCode {
    enum Category {
    static let GlobalCardPayment = ""
    static let LocalCardPayment = ""
    static let LocalCardInstallmentPaymentPlan = ""
    static let DigitalPayment = ""
    static let QRPayment = ""
    static let WebPayment = ""
    static let SelfServiceMachine = ""
    static let PayAtCounter = ""
    static let InternetBanking = ""
    static let GlobalBuyNowPayLater = ""
    }
    enum Group {
    static let CreditCard = ""
    static let ProprietaryCard = ""
    static let GlobalInstallmentPaymentPlan = ""
    static let LocalInstallmentPaymentPlan = ""
    static let GlobalThirdPartyPayment = ""
    static let LocalThirdPartyPayment = ""
    static let EWalletPayment = ""
    static let CardWalletPayment = ""
    static let MasterPass = ""
    static let QRCodePayment = ""
    static let CardSchemeQRPayment = ""
    static let ThaiQRPayment = ""
    static let SingaporeQRPayment = ""
    static let WebPayment = ""
    static let AutomatedTellerMachine = ""
    static let Kiosk = ""
    static let BankCounter = ""
    static let OverTheCounter = ""
    static let InternetBanking = ""
    static let BuyNowPayLater = ""
    }
    enum Channel {
    static let ZaloPay = ""
    }
}

enum InstallmentInterestTypeCode {
    static let Customer = ""
    static let Merchant = ""
}

enum QRTypeCode {
    static let RAW = ""
    static let BASE64 = ""
    static let URL = ""
}

enum PaymentInputCode {
    static let Mandatory = ""
    static let Optional = ""
    static let Ignore = ""
}

enum PaymentCustomDataCode {
    static let Text = ""
    static let Image = ""
    static let Url = ""
    static let File = ""
}

enum PaymentNotificationPlatformCode {
    static let Facebook = ""
    static let WhatsApp = ""
    static let WeChat = ""
    static let Line = ""
    static let Email = ""
}

struct LoyaltyPointInfoReward {
    var sequenceNo = 0
    var id = ""
    var currencyCode = ""
    var totalPoints = 0.0
    var label = ""
    var point = 0.0
    var forceToSelectReward = false
    var name = ""
    var type = ""
    var amount = 0.0
    var quantity = 0.0
    var price = 0.0
}

struct LoyaltyPointInfoResponse {
    var paymentToken = ""
    var providerId = ""
    var providerName = ""
    var referenceId = ""
    var providerType = ""
    var terms = ""
    var rewards = [LoyaltyPointInfoReward]()
    var responseCode = ""
    var responseDescription = ""
}

struct PaymentNotificationResponse {
    var responseCode = ""
    var responseDescription = ""
}

struct SystemLocale {
    var code = ""
    var name = ""
    var iconUrl = ""
}

struct SystemInitialization {
    var locales = [SystemLocale]()
}

struct SystemInitializationResponse {
    var initialization = SystemInitialization()
    var responseCode = ""
    var responseDescription = ""
}

struct UserPreference {
    var name = ""
    var email = ""
    var mobileNo = ""
    var countryCode = ""
    var mobileNoPrefix = ""
    var locale = ""
    var currencyCode = ""
}

struct UserPreferencePaymentChannel {
    var sequenceNo = 0
    var name = ""
    var categoryCode = ""
    var groupCode = ""
    var channelCode = ""
    var agentCode = ""
    var agentChannelCode = ""
    var iconUrl = ""
    var logoUrl = ""
}

struct UserPreferenceInfo {
    var preference = UserPreference()
    var channels = [UserPreferencePaymentChannel]()
}

struct UserPreferenceResponse {
    var paymentToken = ""
    var info = UserPreferenceInfo()
    var responseCode = ""
    var responseDescription = ""
}

struct FXRate {
    var sequenceNo = 0
    var id = ""
    var name = ""
    var iconUrl = ""
    var amount = ""
    var fx = 0.0
    var currencyCode = ""
}

struct ExchangeRateResponse {
    var paymentToken = ""
    var providerCode = ""
    var expire = 0
    var fxRates = [FXRate]()
    var responseCode = ""
    var responseDescription = ""
}

struct CancelTransactionResponse {
    var invoiceNo = ""
    var channelCode = ""
    var responseCode = ""
    var responseDescription = ""
}

struct MerchantAdditionalInfo {
    var id = ""
    var name = ""
    var address = ""
    var email = ""
    var logoUrl = ""
    var bannerUrl = ""
    var countryCode = ""
    var showDetailInfo = false
}

struct TransactionAdditionalInfo {
    var dateTime = ""
    var agentCode = ""
    var channelCode = ""
    var data = ""
    var amount = ""
    var currencyCode = ""
    var invoiceNo = ""
    var productDescription = ""
    var installmentPeriod = 0
    var interestType = ""
    var interestRate = 0.0
    var monthlyAmount = 0.0
    var payLaterPeriod = 0
}

struct PaymentResultAdditionalInfo {
    var responseCode = ""
    var responseDescription = ""
    var redirectImmediately = false
    var autoRedirect = false
    var autoRedirectTimer = 0
    var frontendReturnUrl = ""
    var frontendReturnData = ""
}

struct TransactionStatusAdditionalInfo {
    var merchantInfo = MerchantAdditionalInfo()
    var transactionInfo = TransactionAdditionalInfo()
    var resultInfo = PaymentResultAdditionalInfo()
}

struct TransactionStatusResponse {
    var channelCode = ""
    var invoiceNo = ""
    var locale = ""
    var additionalInfo = TransactionStatusAdditionalInfo()
    var responseCode = ""
    var responseDescription = ""
}

struct TransactionResultAdditionalInfo {
    var qrData = ""
    var barcodeData = ""
    var referenceNo = ""
    var paymentExpiry = ""
}

struct TransactionResultResponse {
    var channelCode = ""
    var invoiceNo = ""
    var type = ""
    var data = ""
    var fallbackData = ""
    var expiryTimer = 0
    var expiryDescription = ""
    var additionalInfo = TransactionResultAdditionalInfo()
    var responseCode = ""
    var responseDescription = ""
}

struct CardNoValidation {
    var prefixes = [String]()
    var regex = ""
    var luhn = false
}

struct CardTypeValidation {
    var sequenceNo = 0
    var name = ""
    var prefixes = [String]()
    var regex = ""
    var iconUrl = ""
}

struct PaymentOptionValidation {
    var cardNo = CardNoValidation()
    var cardTypes = [CardTypeValidation]()
}

struct PaymentCode {
    init() {}
    init(channelCode: String) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
    var channelCode = ""
    var agentCode = ""
    var agentChannelCode = ""
}

struct PaymentInput {
    var name = ""
    var email = ""
    var mobileNo = ""
    var cardNo = ""
    var expiryDate = ""
    var securityCode = ""
    var pin = ""
    var token = ""
    var accountNo = ""
    var billingAddress1 = ""
    var billingAddress2 = ""
    var billingAddress3 = ""
    var billingCity = ""
    var billingState = ""
    var billingPostalCode = ""
    var billingCountryCode = ""
    var shippingAddress1 = ""
    var shippingAddress2 = ""
    var shippingAddress3 = ""
    var shippingCity = ""
    var shippingState = ""
    var shippingPostalCode = ""
    var shippingCountryCode = ""
}

struct AmountValidation {
    var min = 0.0
    var max = 0.0
}

struct PaymentValidationAdditional {
    var cardNo = CardNoValidation()
    var amount = AmountValidation()
}

struct PaymentValidation {
    var name = ""
    var email = ""
    var mobileNo = ""
    var cardNo = ""
    var expiryDate = ""
    var securityCode = ""
    var pin = ""
    var token = ""
    var accountNo = ""
    var billingAddress1 = ""
    var billingAddress2 = ""
    var billingAddress3 = ""
    var billingCity = ""
    var billingState = ""
    var billingPostalCode = ""
    var billingCountryCode = ""
    var shippingAddress1 = ""
    var shippingAddress2 = ""
    var shippingAddress3 = ""
    var shippingCity = ""
    var shippingState = ""
    var shippingPostalCode = ""
    var shippingCountryCode = ""
    var additional = PaymentValidationAdditional()
}

struct InstallmentPlan {
    var sequenceNo = 0
    var period = 0
    var interestType = ""
    var interestRate = 0.0
    var monthlyAmount = 0.0
    var monthlyInterest = 0.0
    var currencyCode = ""
    var label = ""
    var terms = ""
    var payLaterPeriod = 0
}

struct PaymentCustomData {
    var sequenceNo = 0
    var type = ""
    var data = ""
}

struct ProviderMerchantInfo {
    var id = ""
    var name = ""
    var countryCode = ""
}

struct ProviderTransactionInfo {
    var productDescription = ""
    var amount = 0.0
    var currencyCode = ""
    var invoiceNo = ""
}

struct PaymentProvider {
    var id = ""
    var channels = [String]()
    var merchantInfo = ProviderMerchantInfo()
    var transactionInfo = ProviderTransactionInfo()
    var terms = ""
    var termsConsent = false
}

struct PaymentInfo {
    var terms = ""
    var promoUrl = ""
    var learnMoreUrl = ""
    var termsConsent = false
    var installmentPlans = [InstallmentPlan]()
    var paymentCustomDatas = [PaymentCustomData]()
    var paymentProvider = PaymentProvider()
}

struct PaymentContext {
    var code = PaymentCode()
    var input = PaymentInput()
    var validation = PaymentValidation()
    var info = PaymentInfo()
}

struct PaymentChannel {
    var sequenceNo = 0
    var name = ""
    var bankShortName = ""
    var currencyCodes = [String]()
    var iconUrl = ""
    var logoUrl = ""
    var down = false
    var immediatePayment = false
    var checkEligibleOption = false
    var ippProviderCode = ""
    var registrationStatus = ""
    var partnerMerchantRefID = ""
    var context = PaymentContext()
}

struct CurrencyConversion {
    var active = false
    var terms = ""
}

struct ExchangeRateConfiguration {
    var multipleCurrencyPricing = CurrencyConversion()
    var dynamicCurrencyConversion = CurrencyConversion()
    var alternativePaymentMethodMultipleCurrencyConversion = CurrencyConversion()
}

struct PaymentConfiguration {
    var tokenize = false
    var tokenizeOnly = false
    var cardTokenOnly = false
    var immediatePayment = false
    var exchangeRate = ExchangeRateConfiguration()
}

struct PaymentNotification {
    var facebook = false
    var whatsApp = false
    var line = false
}

struct ConfigurationInfo {
    var payment = PaymentConfiguration()
    var notification = PaymentNotification()
}

struct PaymentOptionDetailResponse {
    var totalChannel = 0
    var name = ""
    var categoryCode = ""
    var groupCode = ""
    var iconUrl = ""
    var validation = PaymentOptionValidation()
    var channels = [PaymentChannel]()
    var configurationInfo = ConfigurationInfo()
    var responseCode = ""
    var responseDescription = ""
}

struct MerchantInfo {
    var id = ""
    var name = ""
    var address = ""
    var email = ""
    var logoUrl = ""
    var bannerUrl = ""
    var countryCode = ""
}

struct RecurringInfo {
    var amount = ""
    var interval = 0
    var count = 0
    var chargeNextDate = ""
    var chargeOnDate = ""
}

struct PaymentItemInfo {
    var code = ""
    var name = ""
    var quantity = 0
    var price = 0.0
}

struct TransactionInfo {
    var amount = ""
    var currencyCode = ""
    var invoiceNo = ""
    var productDescription = ""
    var dateTime = ""
    var showFxRate = false
    var recurring = RecurringInfo()
    var paymentItemInfos = [PaymentItemInfo]()
}

struct PaymentChannelGroup {
    var sequenceNo = 0
    var name = ""
    var code = ""
    var iconUrl = ""
    var logoUrl = ""
    var `default` = false
}

struct PaymentChannelCategory {
    var sequenceNo = 0
    var name = ""
    var code = ""
    var iconUrl = ""
    var logoUrl = ""
    var `default` = false
    var groups = [PaymentChannelGroup]()
}

struct PostalAddress {
    var address1 = ""
    var address2 = ""
    var address3 = ""
    var city = ""
    var state = ""
    var postalCode = ""
    var countryCode = ""
}

struct UserAddress {
    var billing = PostalAddress()
    var shipping = PostalAddress()
}

struct PaymentUserInfo {
    var userAddress = UserAddress()
}

struct PaymentOptionResponse {
    var paymentToken = ""
    var merchantInfo = MerchantInfo()
    var transactionInfo = TransactionInfo()
    var channels = [PaymentChannelCategory]()
    var userInfo = PaymentUserInfo()
    var configurationInfo = ConfigurationInfo()
    var responseCode = ""
    var responseDescription = ""
}

final class PaymentOptionRequest: BaseRequest {
    init(paymentToken: String) {}
}

final class PaymentOptionDetailRequest: BaseRequest {
    init(paymentToken: String) {}
    var categoryCode = ""
    var groupCode = ""
}

final class TransactionResultRequest: BaseRequest {
    init(paymentToken: String) {}
    var payment: PaymentRequest?
}

final class TransactionStatusRequest: BaseRequest {
    init(paymentToken: String) {}
    var additionalInfo = false
}

final class CancelTransactionRequest: BaseRequest {
    init(paymentToken: String) {}
}

final class ExchangeRateRequest: BaseRequest {
    init(paymentToken: String) {}
    var bin = ""
}

final class UserPreferenceRequest: BaseRequest {
    init(paymentToken: String) {}
}

final class SystemInitializationRequest: BaseRequest {
}

final class PaymentNotificationRequest: BaseRequest {
    init(paymentToken: String) {}
    var platform = ""
    var recipientId = ""
    var recipientName = ""
}

final class LoyaltyPointInfoRequest: BaseRequest {
    init(paymentToken: String) {}
    var providerId = ""
}

final class UserBillingAddress {
    struct Values {}
    var values = Values()
    var address1 = ""
    var address2 = ""
    var address3 = ""
    var city = ""
    var state = ""
    var postalCode = ""
    var countryCode = ""
}

final class UserShippingAddress {
    struct Values {}
    var values = Values()
    var address1 = ""
    var address2 = ""
    var address3 = ""
    var city = ""
    var state = ""
    var postalCode = ""
    var countryCode = ""
}

final class LoyaltyPointReward {
    struct Values {}
    var values = Values()
    var id = ""
    var quantity = 0.0
}

final class LoyaltyPoint {
    struct Values {}
    var values = Values()
    var providerId = ""
    var accountNo = ""
    var accountAuthData = ""
    var redeemAmount = 0.0
    var rewards = [LoyaltyPointReward]()
}

final class PaymentRequest {}

final class UserAddressBuilder {
    @discardableResult func userBillingAddress(_ address: UserBillingAddress) -> UserAddressBuilder { self }
    @discardableResult func userShippingAddress(_ address: UserShippingAddress) -> UserAddressBuilder { self }
    func build() -> UserAddress { UserAddress() }
}

class PaymentBuilder {
    func with(_ change: (inout PaymentData) -> Void) -> Self { self }
    func build() -> PaymentRequest { PaymentRequest() }
    init() {}
}

class CardDataBuilder: PaymentBuilder {
}

class InstallmentBuilder: CardDataBuilder {
}

class AgentPaymentBuilder: PaymentBuilder {
}

class CardPaymentBuilder: InstallmentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String) {}
    init(paymentCode: PaymentCode, _ cardNo: String) {}
    init(channelCode: String, _ cardNo: String) {}
}

class CustomerTokenPaymentBuilder: InstallmentBuilder {
    init(paymentCode: PaymentCode, _ customerToken: String) {}
    init(channelCode: String, _ customerToken: String) {}
}

class UniversalPaymentBuilder: InstallmentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class DigitalPaymentBuilder: PaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String) {}
}

class QRPaymentBuilder: PaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String) {}
}

class BuyNowPayLaterPaymentBuilder: PaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String) {}
}

class InternetBankingBuilder: AgentPaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class PayAtCounterBuilder: AgentPaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class SelfServiceMachineBuilder: AgentPaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class OnlineDirectDebitBuilder: AgentPaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class DeepLinkPaymentBuilder: AgentPaymentBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class WebPaymentBuilder: CardDataBuilder {
    init(paymentCode: PaymentCode) {}
    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}
}

class DigitalCurrencyBuilder: PaymentBuilder {
    init(paymentCode: PaymentCode) {}
}

class LoyaltyPointPaymentBuilder: CardDataBuilder {
    init(paymentCode: PaymentCode) {}
}

extension PGWSDK {
    func paymentOption(
        paymentOptionRequest: PaymentOptionRequest?, _ response: @escaping (PaymentOptionResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func paymentOptionDetail(
        paymentOptionDetailRequest: PaymentOptionDetailRequest?, _ response: @escaping (PaymentOptionDetailResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func proceedTransaction(
        transactionResultRequest: TransactionResultRequest?, _ response: @escaping (TransactionResultResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func transactionStatus(
        transactionStatusRequest: TransactionStatusRequest?, _ response: @escaping (TransactionStatusResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func cancelTransaction(
        cancelTransactionRequest: CancelTransactionRequest?, _ response: @escaping (CancelTransactionResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func exchangeRate(
        exchangeRateRequest: ExchangeRateRequest?, _ response: @escaping (ExchangeRateResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func userPreference(
        userPreferenceRequest: UserPreferenceRequest?, _ response: @escaping (UserPreferenceResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func systemInitialization(
        systemInitializationRequest: SystemInitializationRequest?, _ response: @escaping (SystemInitializationResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func paymentNotification(
        paymentNotificationRequest: PaymentNotificationRequest?, _ response: @escaping (PaymentNotificationResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
    func loyaltyPointInfo(
        loyaltyPointInfoRequest: LoyaltyPointInfoRequest?, _ response: @escaping (LoyaltyPointInfoResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
}
