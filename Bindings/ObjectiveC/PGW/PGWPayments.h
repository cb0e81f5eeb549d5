/* The calls of payments. Written by Scripts/bindings. */

#import <Foundation/Foundation.h>

@class PaymentRequest;

/** Categories, groups and channels of payments. */
@interface PaymentChannelCodeCategory : NSObject
@property(class, nonatomic, readonly, copy) NSString *GlobalCardPayment;
@property(class, nonatomic, readonly, copy) NSString *LocalCardPayment;
@property(class, nonatomic, readonly, copy) NSString *LocalCardInstallmentPaymentPlan;
@property(class, nonatomic, readonly, copy) NSString *DigitalPayment;
@property(class, nonatomic, readonly, copy) NSString *QRPayment;
@property(class, nonatomic, readonly, copy) NSString *WebPayment;
@property(class, nonatomic, readonly, copy) NSString *SelfServiceMachine;
@property(class, nonatomic, readonly, copy) NSString *PayAtCounter;
@property(class, nonatomic, readonly, copy) NSString *InternetBanking;
@property(class, nonatomic, readonly, copy) NSString *GlobalBuyNowPayLater;
@end

/** Categories, groups and channels of payments. */
@interface PaymentChannelCodeGroup : NSObject
@property(class, nonatomic, readonly, copy) NSString *CreditCard;
@property(class, nonatomic, readonly, copy) NSString *ProprietaryCard;
@property(class, nonatomic, readonly, copy) NSString *GlobalInstallmentPaymentPlan;
@property(class, nonatomic, readonly, copy) NSString *LocalInstallmentPaymentPlan;
@property(class, nonatomic, readonly, copy) NSString *GlobalThirdPartyPayment;
@property(class, nonatomic, readonly, copy) NSString *LocalThirdPartyPayment;
@property(class, nonatomic, readonly, copy) NSString *EWalletPayment;
/** Wallets of cards, such as Apple Pay. The documented SDK does not say its value; this gateway's is here. */
@property(class, nonatomic, readonly, copy) NSString *CardWalletPayment;
@property(class, nonatomic, readonly, copy) NSString *MasterPass;
@property(class, nonatomic, readonly, copy) NSString *QRCodePayment;
@property(class, nonatomic, readonly, copy) NSString *CardSchemeQRPayment;
@property(class, nonatomic, readonly, copy) NSString *ThaiQRPayment;
@property(class, nonatomic, readonly, copy) NSString *SingaporeQRPayment;
@property(class, nonatomic, readonly, copy) NSString *WebPayment;
@property(class, nonatomic, readonly, copy) NSString *AutomatedTellerMachine;
@property(class, nonatomic, readonly, copy) NSString *Kiosk;
@property(class, nonatomic, readonly, copy) NSString *BankCounter;
@property(class, nonatomic, readonly, copy) NSString *OverTheCounter;
@property(class, nonatomic, readonly, copy) NSString *InternetBanking;
@property(class, nonatomic, readonly, copy) NSString *BuyNowPayLater;
@end

/** Categories, groups and channels of payments. */
@interface PaymentChannelCodeChannel : NSObject
@property(class, nonatomic, readonly, copy) NSString *ZaloPay;
@end

/** Who pays the interest of instalments. */
@interface InstallmentInterestTypeCode : NSObject
@property(class, nonatomic, readonly, copy) NSString *Customer;
@property(class, nonatomic, readonly, copy) NSString *Merchant;
@end

/** What a code to scan is sent as. */
@interface QRTypeCode : NSObject
/** What the code says. */
@property(class, nonatomic, readonly, copy) NSString *RAW;
/** A picture in base64. */
@property(class, nonatomic, readonly, copy) NSString *BASE64;
/** The address of a picture. */
@property(class, nonatomic, readonly, copy) NSString *URL;
@end

/** Whether a channel asks for something. */
@interface PaymentInputCode : NSObject
@property(class, nonatomic, readonly, copy) NSString *Mandatory;
@property(class, nonatomic, readonly, copy) NSString *Optional;
@property(class, nonatomic, readonly, copy) NSString *Ignore;
@end

/** What a PaymentCustomData is. */
@interface PaymentCustomDataCode : NSObject
@property(class, nonatomic, readonly, copy) NSString *Text;
@property(class, nonatomic, readonly, copy) NSString *Image;
@property(class, nonatomic, readonly, copy) NSString *Url;
@property(class, nonatomic, readonly, copy) NSString *File;
@end

/** Where a result is shared. */
@interface PaymentNotificationPlatformCode : NSObject
@property(class, nonatomic, readonly, copy) NSString *Facebook;
@property(class, nonatomic, readonly, copy) NSString *WhatsApp;
@property(class, nonatomic, readonly, copy) NSString *WeChat;
@property(class, nonatomic, readonly, copy) NSString *Line;
@property(class, nonatomic, readonly, copy) NSString *Email;
@end

/** What the gateway answered, or a part of it. Texts that were not given are empty, numbers zero, and parts always there. */
@interface BaseModel : NSObject {
    NSDictionary *_values;
}
@end

/** An answer of the gateway: it ends in a code. */
@interface BaseResponse : BaseModel
/** APIResponseCode.APISuccess, what is next, or why the gateway refused. */
@property(nonatomic, readonly, copy) NSString *responseCode;
/** The code in the gateway's words. */
@property(nonatomic, readonly, copy) NSString *responseDescription;
@end

/** Points, or a voucher. */
@interface LoyaltyPointInfoReward : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
@property(nonatomic, readonly, copy) NSString *id;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@property(nonatomic, readonly) double totalPoints;
@property(nonatomic, readonly, copy) NSString *label;
@property(nonatomic, readonly) double point;
@property(nonatomic, readonly) BOOL forceToSelectReward;
@property(nonatomic, readonly, copy) NSString *name;
/** Credit or Voucher. */
@property(nonatomic, readonly, copy) NSString *type;
@property(nonatomic, readonly) double amount;
@property(nonatomic, readonly) double quantity;
@property(nonatomic, readonly) double price;
@end

/** What a payer's points are worth. */
@interface LoyaltyPointInfoResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *paymentToken;
@property(nonatomic, readonly, copy) NSString *providerId;
@property(nonatomic, readonly, copy) NSString *providerName;
@property(nonatomic, readonly, copy) NSString *referenceId;
/** BANK or INDIVIDUAL. */
@property(nonatomic, readonly, copy) NSString *providerType;
@property(nonatomic, readonly, copy) NSString *terms;
@property(nonatomic, readonly, copy) NSArray<LoyaltyPointInfoReward *> *rewards;
@end

/** Whether a result was sent to the payer's friend or mailbox. */
@interface PaymentNotificationResponse : BaseResponse
@end

/** A language. */
@interface SystemLocale : BaseModel
/** ISO 639: en, zh-cn. */
@property(nonatomic, readonly, copy) NSString *code;
/** In the language itself. */
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@end

/** What a screen begins with. */
@interface SystemInitialization : BaseModel
@property(nonatomic, readonly, copy) NSArray<SystemLocale *> *locales;
@end

/** The languages of the gateway's pages. */
@interface SystemInitializationResponse : BaseResponse
@property(nonatomic, readonly) SystemInitialization *initialization;
@end

/** The payer. */
@interface UserPreference : BaseModel
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *email;
@property(nonatomic, readonly, copy) NSString *mobileNo;
/** ISO 3166, two letters. */
@property(nonatomic, readonly, copy) NSString *countryCode;
/** Country calling code, digits alone. */
@property(nonatomic, readonly, copy) NSString *mobileNoPrefix;
/** ISO 639. */
@property(nonatomic, readonly, copy) NSString *locale;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@end

/** A channel the payer used before. */
@interface UserPreferencePaymentChannel : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *categoryCode;
@property(nonatomic, readonly, copy) NSString *groupCode;
@property(nonatomic, readonly, copy) NSString *channelCode;
@property(nonatomic, readonly, copy) NSString *agentCode;
@property(nonatomic, readonly, copy) NSString *agentChannelCode;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly, copy) NSString *logoUrl;
@end

/** The payer, and how they pay. */
@interface UserPreferenceInfo : BaseModel
@property(nonatomic, readonly) UserPreference *preference;
/** Channels the payer used before. */
@property(nonatomic, readonly, copy) NSArray<UserPreferencePaymentChannel *> *channels;
@end

/** What is known of the payer's choices. */
@interface UserPreferenceResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *paymentToken;
@property(nonatomic, readonly) UserPreferenceInfo *info;
@end

/** The price in another currency. */
@interface FXRate : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
/** What a payment names to be made in this currency. */
@property(nonatomic, readonly, copy) NSString *id;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *iconUrl;
/** In major units of currencyCode. */
@property(nonatomic, readonly, copy) NSString *amount;
@property(nonatomic, readonly) double fx;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@end

/** In which other currencies a session may be paid. */
@interface ExchangeRateResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *paymentToken;
@property(nonatomic, readonly, copy) NSString *providerCode;
/** Until when the rates hold, in milliseconds since 1970. */
@property(nonatomic, readonly) NSInteger expire;
@property(nonatomic, readonly, copy) NSArray<FXRate *> *fxRates;
@end

/** Whether a payment was cancelled. */
@interface CancelTransactionResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *invoiceNo;
@property(nonatomic, readonly, copy) NSString *channelCode;
@end

/** The merchant of a payment. */
@interface MerchantAdditionalInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *id;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *address;
@property(nonatomic, readonly, copy) NSString *email;
@property(nonatomic, readonly, copy) NSString *logoUrl;
@property(nonatomic, readonly, copy) NSString *bannerUrl;
/** ISO 3166, two letters. */
@property(nonatomic, readonly, copy) NSString *countryCode;
/** Whether a screen shows more than the name. */
@property(nonatomic, readonly) BOOL showDetailInfo;
@end

/** What was paid, and with what. */
@interface TransactionAdditionalInfo : BaseModel
/** yyyyMMddHHmmss, in the merchant's time zone. */
@property(nonatomic, readonly, copy) NSString *dateTime;
@property(nonatomic, readonly, copy) NSString *agentCode;
/** The scheme of a card: VI. */
@property(nonatomic, readonly, copy) NSString *channelCode;
/** The account, masked: 411111XXXXXX1111. */
@property(nonatomic, readonly, copy) NSString *data;
/** In major units, with the currency's decimals: 1000.00. */
@property(nonatomic, readonly, copy) NSString *amount;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@property(nonatomic, readonly, copy) NSString *invoiceNo;
@property(nonatomic, readonly, copy) NSString *productDescription;
/** Months. */
@property(nonatomic, readonly) NSInteger installmentPeriod;
/** C customer, M merchant. */
@property(nonatomic, readonly, copy) NSString *interestType;
/** Per cent. */
@property(nonatomic, readonly) double interestRate;
/** In major units. */
@property(nonatomic, readonly) double monthlyAmount;
/** Months. */
@property(nonatomic, readonly) NSInteger payLaterPeriod;
@end

/** How a payment ended, and where its payer goes. */
@interface PaymentResultAdditionalInfo : BaseModel
/** 0000 for a payment that was approved. */
@property(nonatomic, readonly, copy) NSString *responseCode;
@property(nonatomic, readonly, copy) NSString *responseDescription;
/** Whether no result is shown before the payer goes back to the shop. */
@property(nonatomic, readonly) BOOL redirectImmediately;
/** Whether the payer goes back without asking to. */
@property(nonatomic, readonly) BOOL autoRedirect;
/** Milliseconds until then. */
@property(nonatomic, readonly) NSInteger autoRedirectTimer;
@property(nonatomic, readonly, copy) NSString *frontendReturnUrl;
/** What goes to that address as paymentResponse. A hint, never proof of payment. */
@property(nonatomic, readonly, copy) NSString *frontendReturnData;
@end

/** What a screen shows of a payment. */
@interface TransactionStatusAdditionalInfo : BaseModel
@property(nonatomic, readonly) MerchantAdditionalInfo *merchantInfo;
@property(nonatomic, readonly) TransactionAdditionalInfo *transactionInfo;
@property(nonatomic, readonly) PaymentResultAdditionalInfo *resultInfo;
@end

/** How far a payment is. For the app's screen: the proof of a payment is the backend's inquiry. */
@interface TransactionStatusResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *channelCode;
/** With 2000 alone. */
@property(nonatomic, readonly, copy) NSString *invoiceNo;
/** Language of the payment session, ISO 639. */
@property(nonatomic, readonly, copy) NSString *locale;
/** Where the request asked for it. */
@property(nonatomic, readonly) TransactionStatusAdditionalInfo *additionalInfo;
@end

/** What a slip or a code to scan is made of. */
@interface TransactionResultAdditionalInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *qrData;
@property(nonatomic, readonly, copy) NSString *barcodeData;
/** What the payer names at the counter. */
@property(nonatomic, readonly, copy) NSString *referenceNo;
/** yyyy-MM-dd HH:mm:ss. */
@property(nonatomic, readonly, copy) NSString *paymentExpiry;
@end

/** What became of a payment that was begun: finished, or what is next. */
@interface TransactionResultResponse : BaseResponse
/** CC for a card. */
@property(nonatomic, readonly, copy) NSString *channelCode;
/** With 2000 alone: the payment is finished, which is not to say paid. */
@property(nonatomic, readonly, copy) NSString *invoiceNo;
/** What data of a QR payment is: RAW, BASE64 or URL. */
@property(nonatomic, readonly, copy) NSString *type;
/** With 1000 to 1005: an address to open, a slip, or a QR code. */
@property(nonatomic, readonly, copy) NSString *data;
/** With 1004: a web address, where the application cannot be opened. */
@property(nonatomic, readonly, copy) NSString *fallbackData;
/** With 1005: milliseconds until the code expires. */
@property(nonatomic, readonly) NSInteger expiryTimer;
/** With 1005: the same in words. */
@property(nonatomic, readonly, copy) NSString *expiryDescription;
/** With 1003 and 1005. */
@property(nonatomic, readonly) TransactionResultAdditionalInfo *additionalInfo;
@end

/** What a card number must be like. */
@interface CardNoValidation : BaseModel
@property(nonatomic, readonly, copy) NSArray<NSString *> *prefixes;
/** Of the whole number, anchored, at most 255 characters. */
@property(nonatomic, readonly, copy) NSString *regex;
/** Whether its last digit is that of ISO/IEC 7812. */
@property(nonatomic, readonly) BOOL luhn;
@end

/** How a scheme's numbers begin. */
@interface CardTypeValidation : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
/** VISA. */
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSArray<NSString *> *prefixes;
/** Of what has been typed so far. */
@property(nonatomic, readonly, copy) NSString *regex;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@end

/** What a card's number must be like. */
@interface PaymentOptionValidation : BaseModel
@property(nonatomic, readonly) CardNoValidation *cardNo;
@property(nonatomic, readonly, copy) NSArray<CardTypeValidation *> *cardTypes;
@end

/** Which channel a payment takes. */
@interface PaymentCode : BaseModel
- (instancetype)initWithChannelCode:(NSString *)channelCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode
                          agentCode:(NSString *)agentCode
                   agentChannelCode:(NSString *)agentChannelCode;
/** CC for cards. */
@property(nonatomic, readonly, copy) NSString *channelCode;
@property(nonatomic, readonly, copy) NSString *agentCode;
@property(nonatomic, readonly, copy) NSString *agentChannelCode;
@end

/** What a channel asks for: M mandatory, O optional, I not asked for. */
@interface PaymentInput : BaseModel
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *email;
@property(nonatomic, readonly, copy) NSString *mobileNo;
@property(nonatomic, readonly, copy) NSString *cardNo;
@property(nonatomic, readonly, copy) NSString *expiryDate;
@property(nonatomic, readonly, copy) NSString *securityCode;
@property(nonatomic, readonly, copy) NSString *pin;
@property(nonatomic, readonly, copy) NSString *token;
@property(nonatomic, readonly, copy) NSString *accountNo;
@property(nonatomic, readonly, copy) NSString *billingAddress1;
@property(nonatomic, readonly, copy) NSString *billingAddress2;
@property(nonatomic, readonly, copy) NSString *billingAddress3;
@property(nonatomic, readonly, copy) NSString *billingCity;
@property(nonatomic, readonly, copy) NSString *billingState;
@property(nonatomic, readonly, copy) NSString *billingPostalCode;
@property(nonatomic, readonly, copy) NSString *billingCountryCode;
@property(nonatomic, readonly, copy) NSString *shippingAddress1;
@property(nonatomic, readonly, copy) NSString *shippingAddress2;
@property(nonatomic, readonly, copy) NSString *shippingAddress3;
@property(nonatomic, readonly, copy) NSString *shippingCity;
@property(nonatomic, readonly, copy) NSString *shippingState;
@property(nonatomic, readonly, copy) NSString *shippingPostalCode;
@property(nonatomic, readonly, copy) NSString *shippingCountryCode;
@end

/** How much a channel takes, in major units; 0 for no limit. */
@interface AmountValidation : BaseModel
@property(nonatomic, readonly) double min;
@property(nonatomic, readonly) double max;
@end

/** What a channel takes beyond the form of its fields. */
@interface PaymentValidationAdditional : BaseModel
@property(nonatomic, readonly) CardNoValidation *cardNo;
@property(nonatomic, readonly) AmountValidation *amount;
@end

/** What each thing that is asked for must be like: a regular expression of at most 255 characters. */
@interface PaymentValidation : BaseModel
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *email;
@property(nonatomic, readonly, copy) NSString *mobileNo;
@property(nonatomic, readonly, copy) NSString *cardNo;
@property(nonatomic, readonly, copy) NSString *expiryDate;
@property(nonatomic, readonly, copy) NSString *securityCode;
@property(nonatomic, readonly, copy) NSString *pin;
@property(nonatomic, readonly, copy) NSString *token;
@property(nonatomic, readonly, copy) NSString *accountNo;
@property(nonatomic, readonly, copy) NSString *billingAddress1;
@property(nonatomic, readonly, copy) NSString *billingAddress2;
@property(nonatomic, readonly, copy) NSString *billingAddress3;
@property(nonatomic, readonly, copy) NSString *billingCity;
@property(nonatomic, readonly, copy) NSString *billingState;
@property(nonatomic, readonly, copy) NSString *billingPostalCode;
@property(nonatomic, readonly, copy) NSString *billingCountryCode;
@property(nonatomic, readonly, copy) NSString *shippingAddress1;
@property(nonatomic, readonly, copy) NSString *shippingAddress2;
@property(nonatomic, readonly, copy) NSString *shippingAddress3;
@property(nonatomic, readonly, copy) NSString *shippingCity;
@property(nonatomic, readonly, copy) NSString *shippingState;
@property(nonatomic, readonly, copy) NSString *shippingPostalCode;
@property(nonatomic, readonly, copy) NSString *shippingCountryCode;
@property(nonatomic, readonly) PaymentValidationAdditional *additional;
@end

/** One way to pay in parts. */
@interface InstallmentPlan : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
/** Months. */
@property(nonatomic, readonly) NSInteger period;
/** C customer, M merchant. */
@property(nonatomic, readonly, copy) NSString *interestType;
/** Per cent. */
@property(nonatomic, readonly) double interestRate;
/** In major units. */
@property(nonatomic, readonly) double monthlyAmount;
/** In major units. */
@property(nonatomic, readonly) double monthlyInterest;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@property(nonatomic, readonly, copy) NSString *label;
@property(nonatomic, readonly, copy) NSString *terms;
/** Months. */
@property(nonatomic, readonly) NSInteger payLaterPeriod;
@end

/** Something a channel shows: a text, an image, an address or a file, by its type. */
@interface PaymentCustomData : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
/** T, I, U or F. */
@property(nonatomic, readonly, copy) NSString *type;
@property(nonatomic, readonly, copy) NSString *data;
@end

/** The merchant, as a wallet knows it. */
@interface ProviderMerchantInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *id;
@property(nonatomic, readonly, copy) NSString *name;
/** ISO 3166, two letters. */
@property(nonatomic, readonly, copy) NSString *countryCode;
@end

/** What a wallet is asked to pay. */
@interface ProviderTransactionInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *productDescription;
/** In major units. */
@property(nonatomic, readonly) double amount;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@property(nonatomic, readonly, copy) NSString *invoiceNo;
@end

/** What the sheet of a wallet is opened with. */
@interface PaymentProvider : BaseModel
@property(nonatomic, readonly, copy) NSString *id;
@property(nonatomic, readonly, copy) NSArray<NSString *> *channels;
@property(nonatomic, readonly) ProviderMerchantInfo *merchantInfo;
@property(nonatomic, readonly) ProviderTransactionInfo *transactionInfo;
@property(nonatomic, readonly, copy) NSString *terms;
@property(nonatomic, readonly) BOOL termsConsent;
@end

/** What a channel says to the payer. */
@interface PaymentInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *terms;
@property(nonatomic, readonly, copy) NSString *promoUrl;
@property(nonatomic, readonly, copy) NSString *learnMoreUrl;
@property(nonatomic, readonly) BOOL termsConsent;
@property(nonatomic, readonly, copy) NSArray<InstallmentPlan *> *installmentPlans;
@property(nonatomic, readonly, copy) NSArray<PaymentCustomData *> *paymentCustomDatas;
@property(nonatomic, readonly) PaymentProvider *paymentProvider;
@end

/** What a payment on a channel is made of. */
@interface PaymentContext : BaseModel
@property(nonatomic, readonly) PaymentCode *code;
@property(nonatomic, readonly) PaymentInput *input;
@property(nonatomic, readonly) PaymentValidation *validation;
@property(nonatomic, readonly) PaymentInfo *info;
@end

/** One way to pay. */
@interface PaymentChannel : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *bankShortName;
/** ISO 4217, three letters each. */
@property(nonatomic, readonly, copy) NSArray<NSString *> *currencyCodes;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly, copy) NSString *logoUrl;
/** Whether it is out of service. */
@property(nonatomic, readonly) BOOL down;
@property(nonatomic, readonly) BOOL immediatePayment;
@property(nonatomic, readonly) BOOL checkEligibleOption;
@property(nonatomic, readonly, copy) NSString *ippProviderCode;
@property(nonatomic, readonly, copy) NSString *registrationStatus;
@property(nonatomic, readonly, copy) NSString *partnerMerchantRefID;
@property(nonatomic, readonly) PaymentContext *context;
@end

/** One kind of conversion. */
@interface CurrencyConversion : BaseModel
@property(nonatomic, readonly) BOOL active;
@property(nonatomic, readonly, copy) NSString *terms;
@end

/** Which kinds of conversion are offered. */
@interface ExchangeRateConfiguration : BaseModel
@property(nonatomic, readonly) CurrencyConversion *multipleCurrencyPricing;
@property(nonatomic, readonly) CurrencyConversion *dynamicCurrencyConversion;
@property(nonatomic, readonly) CurrencyConversion *alternativePaymentMethodMultipleCurrencyConversion;
@end

/** How a session may be paid. */
@interface PaymentConfiguration : BaseModel
/** Whether a screen asks to remember the card. */
@property(nonatomic, readonly) BOOL tokenize;
/** Whether the card is stored and nothing is paid. */
@property(nonatomic, readonly) BOOL tokenizeOnly;
/** Whether stored cards alone may be used. */
@property(nonatomic, readonly) BOOL cardTokenOnly;
/** Whether a screen pays without a further click. */
@property(nonatomic, readonly) BOOL immediatePayment;
@property(nonatomic, readonly) ExchangeRateConfiguration *exchangeRate;
@end

/** Over which messengers a result may be shared. */
@interface PaymentNotification : BaseModel
@property(nonatomic, readonly) BOOL facebook;
@property(nonatomic, readonly) BOOL whatsApp;
@property(nonatomic, readonly) BOOL line;
@end

/** What a session allows. */
@interface ConfigurationInfo : BaseModel
@property(nonatomic, readonly) PaymentConfiguration *payment;
@property(nonatomic, readonly) PaymentNotification *notification;
@end

/** The channels of a group, and what each asks for. */
@interface PaymentOptionDetailResponse : BaseResponse
@property(nonatomic, readonly) NSInteger totalChannel;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *categoryCode;
@property(nonatomic, readonly, copy) NSString *groupCode;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly) PaymentOptionValidation *validation;
@property(nonatomic, readonly, copy) NSArray<PaymentChannel *> *channels;
@property(nonatomic, readonly) ConfigurationInfo *configurationInfo;
@end

/** The merchant of a session. */
@interface MerchantInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *id;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly, copy) NSString *address;
@property(nonatomic, readonly, copy) NSString *email;
@property(nonatomic, readonly, copy) NSString *logoUrl;
@property(nonatomic, readonly, copy) NSString *bannerUrl;
/** ISO 3166, two letters. */
@property(nonatomic, readonly, copy) NSString *countryCode;
@end

/** The plan a payment is the first of. */
@interface RecurringInfo : BaseModel
/** Of each charge, in major units. */
@property(nonatomic, readonly, copy) NSString *amount;
/** Days between charges. */
@property(nonatomic, readonly) NSInteger interval;
/** How many, 0 for endless. */
@property(nonatomic, readonly) NSInteger count;
/** ddMMyyyy. */
@property(nonatomic, readonly, copy) NSString *chargeNextDate;
/** ddMM. */
@property(nonatomic, readonly, copy) NSString *chargeOnDate;
@end

/** One thing in the basket. */
@interface PaymentItemInfo : BaseModel
@property(nonatomic, readonly, copy) NSString *code;
@property(nonatomic, readonly, copy) NSString *name;
@property(nonatomic, readonly) NSInteger quantity;
/** Of one, in major units. */
@property(nonatomic, readonly) double price;
@end

/** What is to be paid. */
@interface TransactionInfo : BaseModel
/** In major units, with the currency's decimals: 1000.00. */
@property(nonatomic, readonly, copy) NSString *amount;
/** ISO 4217, three letters. */
@property(nonatomic, readonly, copy) NSString *currencyCode;
@property(nonatomic, readonly, copy) NSString *invoiceNo;
@property(nonatomic, readonly, copy) NSString *productDescription;
/** yyyyMMddHHmmss, in the merchant's time zone. */
@property(nonatomic, readonly, copy) NSString *dateTime;
/** Whether a screen offers other currencies. */
@property(nonatomic, readonly) BOOL showFxRate;
@property(nonatomic, readonly) RecurringInfo *recurring;
@property(nonatomic, readonly, copy) NSArray<PaymentItemInfo *> *paymentItemInfos;
@end

/** A group of channels: CC. */
@interface PaymentChannelGroup : BaseModel
@property(nonatomic, readonly) NSInteger sequenceNo;
@property(nonatomic, readonly, copy) NSString *name;
/** PaymentChannelCode.Group of the SDK. */
@property(nonatomic, readonly, copy) NSString *code;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly, copy) NSString *logoUrl;
@property(nonatomic, readonly) BOOL isDefault;
@end

/** A kind of payment: GCARD. */
@interface PaymentChannelCategory : BaseModel
/** Its place among its like. */
@property(nonatomic, readonly) NSInteger sequenceNo;
@property(nonatomic, readonly, copy) NSString *name;
/** PaymentChannelCode.Category of the SDK. */
@property(nonatomic, readonly, copy) NSString *code;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly, copy) NSString *logoUrl;
/** Whether a screen begins with it. */
@property(nonatomic, readonly) BOOL isDefault;
@property(nonatomic, readonly, copy) NSArray<PaymentChannelGroup *> *groups;
@end

/** A postal address. */
@interface PostalAddress : BaseModel
@property(nonatomic, readonly, copy) NSString *address1;
@property(nonatomic, readonly, copy) NSString *address2;
@property(nonatomic, readonly, copy) NSString *address3;
@property(nonatomic, readonly, copy) NSString *city;
@property(nonatomic, readonly, copy) NSString *state;
@property(nonatomic, readonly, copy) NSString *postalCode;
/** ISO 3166, two letters. */
@property(nonatomic, readonly, copy) NSString *countryCode;
@end

/** The payer's addresses. */
@interface UserAddress : BaseModel
@property(nonatomic, readonly) PostalAddress *userBillingAddress;
@property(nonatomic, readonly) PostalAddress *userShippingAddress;
@end

/** What is known of the payer. */
@interface PaymentUserInfo : BaseModel
@property(nonatomic, readonly) UserAddress *userAddress;
@end

/** With what a session can be paid. */
@interface PaymentOptionResponse : BaseResponse
@property(nonatomic, readonly, copy) NSString *paymentToken;
@property(nonatomic, readonly) MerchantInfo *merchantInfo;
@property(nonatomic, readonly) TransactionInfo *transactionInfo;
/** Kinds of payment, each with its groups. */
@property(nonatomic, readonly, copy) NSArray<PaymentChannelCategory *> *channels;
@property(nonatomic, readonly) PaymentUserInfo *userInfo;
@property(nonatomic, readonly) ConfigurationInfo *configurationInfo;
@end

/** A request about a payment session. */
@interface SessionRequest : BaseRequest {
    NSString *_paymentToken;
}
/** What the merchant's backend minted. */
@property(nonatomic, copy) NSString *paymentToken;
- (instancetype)initWithPaymentToken:(NSString *)paymentToken;
@end

/** Asks with what a session can be paid. */
@interface PaymentOptionRequest : SessionRequest
@end

/** Asks for the channels of a group. */
@interface PaymentOptionDetailRequest : SessionRequest {
    NSString *_categoryCode;
    NSString *_groupCode;
}
/** PaymentChannelCode/Category. */
@property(nonatomic, copy) NSString *categoryCode;
/** PaymentChannelCode/Group. */
@property(nonatomic, copy) NSString *groupCode;
@end

/** Pays a session. TransactionResultRequestBuilder makes it. */
@interface TransactionResultRequest : SessionRequest {
    PaymentRequest *_payment;
}
@property(nonatomic, retain) PaymentRequest *payment;
@end

/** Asks how far a payment is. */
@interface TransactionStatusRequest : SessionRequest {
    BOOL _additionalInfo;
}
/** Whether the answer says what a screen shows of the payment. */
@property(nonatomic, assign) BOOL additionalInfo;
@end

/** Cancels a payment. */
@interface CancelTransactionRequest : SessionRequest
@end

/** Asks in which other currencies a session may be paid. */
@interface ExchangeRateRequest : SessionRequest {
    NSString *_bin;
}
/** The first 6 digits of the card's number. */
@property(nonatomic, copy) NSString *bin;
@end

/** Asks for what is known of the payer's choices. */
@interface UserPreferenceRequest : SessionRequest
@end

/** Asks for the languages of the gateway's pages. It needs no payment token. */
@interface SystemInitializationRequest : BaseRequest
@end

/** Shares a result. */
@interface PaymentNotificationRequest : SessionRequest {
    NSString *_platform;
    NSString *_recipientId;
    NSString *_recipientName;
}
/** PaymentNotificationPlatformCode. */
@property(nonatomic, copy) NSString *platform;
/** An e-mail address, or the name in the messenger. */
@property(nonatomic, copy) NSString *recipientId;
@property(nonatomic, copy) NSString *recipientName;
@end

/** Asks what a payer's points are worth. */
@interface LoyaltyPointInfoRequest : SessionRequest {
    NSString *_providerId;
}
@property(nonatomic, copy) NSString *providerId;
@end

/** Where the bill goes. */
@interface UserBillingAddress : NSObject {
    NSString *_address1;
    NSString *_address2;
    NSString *_address3;
    NSString *_city;
    NSString *_state;
    NSString *_postalCode;
    NSString *_countryCode;
}
@property(nonatomic, copy) NSString *address1;
@property(nonatomic, copy) NSString *address2;
@property(nonatomic, copy) NSString *address3;
@property(nonatomic, copy) NSString *city;
@property(nonatomic, copy) NSString *state;
@property(nonatomic, copy) NSString *postalCode;
/** ISO 3166, two letters. */
@property(nonatomic, copy) NSString *countryCode;
@end

/** Where the goods go. */
@interface UserShippingAddress : NSObject {
    NSString *_address1;
    NSString *_address2;
    NSString *_address3;
    NSString *_city;
    NSString *_state;
    NSString *_postalCode;
    NSString *_countryCode;
}
@property(nonatomic, copy) NSString *address1;
@property(nonatomic, copy) NSString *address2;
@property(nonatomic, copy) NSString *address3;
@property(nonatomic, copy) NSString *city;
@property(nonatomic, copy) NSString *state;
@property(nonatomic, copy) NSString *postalCode;
/** ISO 3166, two letters. */
@property(nonatomic, copy) NSString *countryCode;
@end

/** One kind of points. */
@interface LoyaltyPointReward : NSObject {
    NSString *_id;
    double _quantity;
}
@property(nonatomic, copy) NSString *id;
@property(nonatomic, assign) double quantity;
@end

/** Points to pay with. */
@interface LoyaltyPoint : NSObject {
    NSString *_providerId;
    NSString *_accountNo;
    NSString *_accountAuthData;
    double _redeemAmount;
    NSArray<LoyaltyPointReward *> *_rewards;
}
@property(nonatomic, copy) NSString *providerId;
@property(nonatomic, copy) NSString *accountNo;
@property(nonatomic, copy) NSString *accountAuthData;
/** In major units. */
@property(nonatomic, assign) double redeemAmount;
@property(nonatomic, copy) NSArray<LoyaltyPointReward *> *rewards;
@end

/** What is paid with, on which channel. A builder makes it. */
@interface PaymentRequest : NSObject {
    NSDictionary *_values;
}
@end

/** Builds a UserAddress. */
@interface UserAddressBuilder : NSObject {
    NSMutableDictionary *_values;
}
- (UserAddressBuilder *)userBillingAddress:(UserBillingAddress *)userBillingAddress;
- (UserAddressBuilder *)userShippingAddress:(UserShippingAddress *)userShippingAddress;
- (UserAddress *)build;
@end

/** What every payment can say. Each call gives the builder back, so that they chain; build() ends it. */
@interface PaymentBuilder : NSObject {
    PaymentCode *_code;
    NSMutableDictionary *_data;
}
/** Of an exchange rate the payer chose. */
- (instancetype)fxRateId:(NSString *)fxRateId;
/** The holder's name. */
- (instancetype)name:(NSString *)name;
- (instancetype)email:(NSString *)email;
/** As people write one: +66 81 234 5678. */
- (instancetype)mobileNo:(NSString *)mobileNo;
/** yyyy-MM-dd HH:mm:ss. */
- (instancetype)paymentExpiry:(NSString *)paymentExpiry;
- (instancetype)customerNote:(NSString *)customerNote;
/** The payer's addresses. */
- (instancetype)userAddress:(UserAddress *)userAddress;
- (PaymentRequest *)build;
@end

/** What payments with a card's data can say. */
@interface CardDataBuilder : PaymentBuilder
/** 1 to 12. */
- (instancetype)expiryMonth:(NSInteger)expiryMonth;
/** Four digits. */
- (instancetype)expiryYear:(NSInteger)expiryYear;
/** The three or four digits on the card. */
- (instancetype)securityCode:(NSString *)securityCode;
@end

/** What payments with a card in parts can say. */
@interface InstallmentBuilder : CardDataBuilder
- (instancetype)pin:(NSString *)pin;
/** C customer, M merchant. */
- (instancetype)installmentInterestType:(NSString *)installmentInterestType;
/** Months. */
- (instancetype)installmentPeriod:(NSInteger)installmentPeriod;
/** Months. */
- (instancetype)installmentPayLaterPeriod:(NSInteger)installmentPayLaterPeriod;
@end

/** Payments that an agent takes: a bank, a counter, a machine. */
@interface AgentPaymentBuilder : PaymentBuilder
@end

/** Pays with a card's number. */
@interface CardPaymentBuilder : InstallmentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode;
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode cardNo:(NSString *)cardNo;
- (instancetype)initWithChannelCode:(NSString *)channelCode cardNo:(NSString *)cardNo;
/** The issuer's name. */
- (instancetype)bank:(NSString *)bank;
/** The issuer's country, ISO 3166, two letters. */
- (instancetype)country:(NSString *)country;
/** Whether the card is stored when the payment is approved. */
- (instancetype)tokenize:(BOOL)tokenize;
@end

/** Pays with a stored card of the session. An expiry renews the stored one. */
@interface CustomerTokenPaymentBuilder : InstallmentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode token:(NSString *)token;
- (instancetype)initWithChannelCode:(NSString *)channelCode token:(NSString *)token;
@end

/** Pays on any channel, with whatever it takes. */
@interface UniversalPaymentBuilder : InstallmentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
/** An account of a channel other than cards. */
- (instancetype)accountNo:(NSString *)accountNo;
/** 12 to 19 digits; blanks and dashes between them do no harm. */
- (instancetype)cardNo:(NSString *)cardNo;
/** A stored card; on a channel with cryptograms of its own (APPLEPAY, GOOGLEPAY), such a cryptogram. */
- (instancetype)token:(NSString *)token;
/** RAW, BASE64 or URL. */
- (instancetype)qrType:(NSString *)qrType;
/** The issuer's name. */
- (instancetype)bank:(NSString *)bank;
/** The issuer's country, ISO 3166, two letters. */
- (instancetype)country:(NSString *)country;
/** Whether the card is stored when the payment is approved. */
- (instancetype)tokenize:(BOOL)tokenize;
@end

/** Pays with a wallet. */
@interface DigitalPaymentBuilder : PaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode;
/** An account of a channel other than cards. */
- (instancetype)accountNo:(NSString *)accountNo;
/** The wallet's cryptogram. */
- (instancetype)token:(NSString *)token;
@end

/** Pays by a code to scan. */
@interface QRPaymentBuilder : PaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode;
/** RAW, BASE64 or URL. */
- (instancetype)type:(NSString *)type;
@end

/** Pays later. */
@interface BuyNowPayLaterPaymentBuilder : PaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode;
@end

/** Pays at one's bank's site. */
@interface InternetBankingBuilder : AgentPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
@end

/** Pays in cash, at a counter. */
@interface PayAtCounterBuilder : AgentPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
@end

/** Pays at a machine. */
@interface SelfServiceMachineBuilder : AgentPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
@end

/** Pays from a bank account that is registered. */
@interface OnlineDirectDebitBuilder : AgentPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
@end

/** Pays in a bank's app. */
@interface DeepLinkPaymentBuilder : AgentPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
@end

/** Pays on another site. */
@interface WebPaymentBuilder : CardDataBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode;
/** 12 to 19 digits; blanks and dashes between them do no harm. */
- (instancetype)cardNo:(NSString *)cardNo;
/** 1 to 12, of a card that says since when it is good. */
- (instancetype)issuedMonth:(NSInteger)issuedMonth;
/** Four digits. */
- (instancetype)issuedYear:(NSInteger)issuedYear;
@end

/** Pays with a currency of a chain. */
@interface DigitalCurrencyBuilder : PaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
@end

/** Pays with points, and with a card what they do not cover. */
@interface LoyaltyPointPaymentBuilder : CardDataBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode;
/** 12 to 19 digits; blanks and dashes between them do no harm. */
- (instancetype)cardNo:(NSString *)cardNo;
- (instancetype)loyaltyPoints:(NSArray<LoyaltyPoint *> *)loyaltyPoints;
@end

/** Builds a TransactionResultRequest. */
@interface TransactionResultRequestBuilder : NSObject {
    TransactionResultRequest *_request;
}
- (instancetype)initWithPaymentToken:(NSString *)paymentToken;
- (TransactionResultRequestBuilder *)clientId:(NSString *)clientId;
- (TransactionResultRequestBuilder *)locale:(NSString *)locale;
/** What is paid with. */
- (TransactionResultRequestBuilder *)withPaymentRequest:(PaymentRequest *)paymentRequest;
- (TransactionResultRequest *)build;
@end

/** One of the blocks of a call is called, once, on the main thread while its run loop runs. */
@interface PGWSDK (Payments)
/** With what a session can be paid. */
- (void)paymentOptionWithPaymentOptionRequest:(PaymentOptionRequest *)paymentOptionRequest
    response:(void (^)(PaymentOptionResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** The channels of a group, and what each asks for. */
- (void)paymentOptionDetailWithPaymentOptionDetailRequest:(PaymentOptionDetailRequest *)paymentOptionDetailRequest
    response:(void (^)(PaymentOptionDetailResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** Begins a payment. The answer says what is next, or that it is finished; payment does the rest as well. */
- (void)proceedTransactionWithTransactionResultRequest:(TransactionResultRequest *)transactionResultRequest
    response:(void (^)(TransactionResultResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** How far a payment is. 2000 says that it is finished, not that it was paid: that is for the backend to ask. */
- (void)transactionStatusWithTransactionStatusRequest:(TransactionStatusRequest *)transactionStatusRequest
    response:(void (^)(TransactionStatusResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** Cancels a payment that is not finished. */
- (void)cancelTransactionWithCancelTransactionRequest:(CancelTransactionRequest *)cancelTransactionRequest
    response:(void (^)(CancelTransactionResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** In which other currencies a session may be paid. */
- (void)exchangeRateWithExchangeRateRequest:(ExchangeRateRequest *)exchangeRateRequest
    response:(void (^)(ExchangeRateResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** What is known of the payer's choices. */
- (void)userPreferenceWithUserPreferenceRequest:(UserPreferenceRequest *)userPreferenceRequest
    response:(void (^)(UserPreferenceResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** The languages of the gateway's pages. */
- (void)systemInitializationWithSystemInitializationRequest:(SystemInitializationRequest *)systemInitializationRequest
    response:(void (^)(SystemInitializationResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** Shares a result. */
- (void)paymentNotificationWithPaymentNotificationRequest:(PaymentNotificationRequest *)paymentNotificationRequest
    response:(void (^)(PaymentNotificationResponse *response))response
    failure:(void (^)(NSError *error))failure;
/** What a payer's points are worth. */
- (void)loyaltyPointInfoWithLoyaltyPointInfoRequest:(LoyaltyPointInfoRequest *)loyaltyPointInfoRequest
    response:(void (^)(LoyaltyPointInfoResponse *response))response
    failure:(void (^)(NSError *error))failure;
@end
