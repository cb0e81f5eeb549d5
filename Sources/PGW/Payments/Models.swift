// What the gateway answers with, as the documented SDK calls it (payments.md §1). The types are the protocol's own; an app that imports
// `PGW` has them.
@_exported public import struct PGWWire.AmountValidation
@_exported public import struct PGWWire.CancelTransactionResponse
@_exported public import struct PGWWire.CardNoValidation
@_exported public import struct PGWWire.CardTypeValidation
@_exported public import struct PGWWire.ConfigurationInfo
@_exported public import struct PGWWire.CurrencyConversion
@_exported public import struct PGWWire.ExchangeRateConfiguration
@_exported public import struct PGWWire.ExchangeRateResponse
@_exported public import struct PGWWire.FXRate
@_exported public import struct PGWWire.InstallmentPlan
@_exported public import struct PGWWire.LoyaltyPointInfoResponse
@_exported public import struct PGWWire.LoyaltyPointInfoReward
@_exported public import struct PGWWire.MerchantAdditionalInfo
@_exported public import struct PGWWire.MerchantInfo
@_exported public import struct PGWWire.PaymentChannel
@_exported public import struct PGWWire.PaymentChannelCategory
@_exported public import struct PGWWire.PaymentChannelGroup
@_exported public import struct PGWWire.PaymentCode
@_exported public import struct PGWWire.PaymentConfiguration
@_exported public import struct PGWWire.PaymentContext
@_exported public import struct PGWWire.PaymentCustomData
@_exported public import struct PGWWire.PaymentInfo
@_exported public import struct PGWWire.PaymentInput
@_exported public import struct PGWWire.PaymentItemInfo
@_exported public import struct PGWWire.PaymentNotification
@_exported public import struct PGWWire.PaymentNotificationResponse
@_exported public import struct PGWWire.PaymentOptionDetailResponse
@_exported public import struct PGWWire.PaymentOptionResponse
@_exported public import struct PGWWire.PaymentOptionValidation
@_exported public import struct PGWWire.PaymentProvider
@_exported public import struct PGWWire.PaymentResultAdditionalInfo
@_exported public import struct PGWWire.PaymentUserInfo
@_exported public import struct PGWWire.PaymentValidation
@_exported public import struct PGWWire.PaymentValidationAdditional
@_exported public import struct PGWWire.PostalAddress
@_exported public import struct PGWWire.ProviderMerchantInfo
@_exported public import struct PGWWire.ProviderTransactionInfo
@_exported public import struct PGWWire.RecurringInfo
@_exported public import struct PGWWire.SystemInitialization
@_exported public import struct PGWWire.SystemInitializationResponse
@_exported public import struct PGWWire.SystemLocale
@_exported public import struct PGWWire.TransactionAdditionalInfo
@_exported public import struct PGWWire.TransactionInfo
@_exported public import struct PGWWire.TransactionResultAdditionalInfo
@_exported public import struct PGWWire.TransactionResultResponse
@_exported public import struct PGWWire.TransactionStatusAdditionalInfo
@_exported public import struct PGWWire.TransactionStatusResponse
@_exported public import struct PGWWire.UserAddress
@_exported public import struct PGWWire.UserPreference
@_exported public import struct PGWWire.UserPreferenceInfo
@_exported public import struct PGWWire.UserPreferencePaymentChannel
@_exported public import struct PGWWire.UserPreferenceResponse

extension CancelTransactionResponse: BaseTransactionResultResponse, AnswerModel {}
extension ExchangeRateResponse: BaseResponse, AnswerModel {}
extension LoyaltyPointInfoResponse: BaseResponse, AnswerModel {}
extension PaymentNotificationResponse: BaseResponse, AnswerModel {}
extension PaymentOptionDetailResponse: BaseResponse, AnswerModel {}
extension PaymentOptionResponse: BaseResponse, AnswerModel {}
extension SystemInitializationResponse: BaseResponse, AnswerModel {}
extension TransactionResultResponse: BaseTransactionResultResponse, AnswerModel {}
extension TransactionStatusResponse: BaseTransactionResultResponse, AnswerModel {}
extension UserPreferenceResponse: BaseResponse, AnswerModel {}

extension AmountValidation: BaseModel {}
extension CardNoValidation: BaseModel {}
extension CardTypeValidation: BaseModel {}
extension ConfigurationInfo: BaseModel {}
extension CurrencyConversion: BaseModel {}
extension ExchangeRateConfiguration: BaseModel {}
extension FXRate: BaseExchangeRate {}
extension InstallmentPlan: BaseModel {}
extension LoyaltyPointInfoReward: BaseModel {}
extension MerchantAdditionalInfo: BaseMerchantInfo {}
extension MerchantInfo: BaseMerchantInfo {}
extension PaymentChannel: BasePaymentChannel {}
extension PaymentChannelCategory: BasePaymentChannel {}
extension PaymentChannelGroup: BasePaymentChannel {}
extension PaymentCode: BaseModel {}
extension PaymentConfiguration: BaseModel {}
extension PaymentContext: BaseModel {}
extension PaymentCustomData: BaseModel {}
extension PaymentInfo: BaseModel {}
extension PaymentInput: BaseModel {}
extension PaymentItemInfo: BaseModel {}
extension PaymentNotification: BaseModel {}
extension PaymentOptionValidation: BaseModel {}
extension PaymentProvider: BaseModel {}
extension PaymentResultAdditionalInfo: BaseModel {}
extension PaymentUserInfo: BaseModel {}
extension PaymentValidation: BaseModel {}
extension PaymentValidationAdditional: BaseModel {}
extension PostalAddress: BaseModel {}
extension ProviderMerchantInfo: BaseModel {}
extension ProviderTransactionInfo: BaseModel {}
extension RecurringInfo: BaseModel {}
extension SystemInitialization: BaseModel {}
extension SystemLocale: BaseModel {}
extension TransactionAdditionalInfo: BaseTransactionInfo {}
extension TransactionInfo: BaseTransactionInfo {}
extension TransactionResultAdditionalInfo: BaseModel {}
extension TransactionStatusAdditionalInfo: BaseModel {}
extension UserAddress: BaseModel {}
extension UserPreference: BaseModel {}
extension UserPreferenceInfo: BaseModel {}
extension UserPreferencePaymentChannel: BasePaymentChannel {}

/// An answer about one payment.
public protocol BaseTransactionResultResponse: BaseResponse {
    /// `CC` for a card.
    var channelCode: String { get }
    var invoiceNo: String { get }
}

/// A merchant, in whichever answer.
public protocol BaseMerchantInfo: BaseModel {
    var id: String { get }
    var name: String { get }
    var address: String { get }
    var email: String { get }
    var logoUrl: String { get }
    var bannerUrl: String { get }
    var countryCode: String { get }
}

/// What is paid, in whichever answer.
public protocol BaseTransactionInfo: BaseModel {
    var amount: String { get }
    var currencyCode: String { get }
    var invoiceNo: String { get }
    var productDescription: String { get }
    var dateTime: String { get }
}

/// A channel, a group or a category of channels.
public protocol BasePaymentChannel: BaseModel {
    var sequenceNo: Int { get }
    var name: String { get }
    var iconUrl: String { get }
    var logoUrl: String { get }
}

/// A rate of exchange.
public protocol BaseExchangeRate: BaseModel {
    var id: String { get }
    var fx: Double { get }
    var currencyCode: String { get }
}
