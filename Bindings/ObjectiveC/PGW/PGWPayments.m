// Written by Scripts/bindings. Without ARC, which the runtime of GCC does not know.

#import "PGW.h"
#import "PGWAsk.h"

#define CONSTANT(name, value) \
    +(NSString *)name { return value; }
#define TEXT(name, key) \
    -(NSString *)name { return [_values objectForKey:key] ?: @""; }
#define INTEGER(name, key) \
    -(NSInteger)name { return [[_values objectForKey:key] integerValue]; }
#define NUMBER(name, key) \
    -(double)name { return [[_values objectForKey:key] doubleValue]; }
#define FLAG(name, key) \
    -(BOOL)name { return [[_values objectForKey:key] boolValue]; }
#define TEXTS(name, key) \
    -(NSArray *)name { return [_values objectForKey:key] ?: @[]; }
#define PART(name, key, form) \
    -(form *)name { return [[[form alloc] initWithValues:[_values objectForKey:key]] autorelease]; }
#define PARTS(name, key, form) \
    -(NSArray *)name { return parts([_values objectForKey:key], [form class]); }

static NSArray *parts(NSArray *items, Class form) {
    NSMutableArray *parts = [NSMutableArray array];
    for (NSDictionary *item in items) [parts addObject:[[[form alloc] initWithValues:item] autorelease]];
    return parts;
}

/** Of addresses, points and the like, as they are sent. */
static NSArray *valuesOf(NSArray *items) {
    NSMutableArray *values = [NSMutableArray array];
    for (id item in items) [values addObject:[item values]];
    return values;
}

@implementation BaseModel
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) _values = [values copy];
    return self;
}

- (NSDictionary *)values {
    return _values;
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation BaseResponse
TEXT(responseCode, @"responseCode")
TEXT(responseDescription, @"responseDescription")
@end

@implementation SessionRequest
@synthesize paymentToken = _paymentToken;

- (instancetype)initWithPaymentToken:(NSString *)paymentToken {
    if ((self = [super init])) _paymentToken = [paymentToken copy];
    return self;
}

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_paymentToken ?: @"" forKey:@"paymentToken"];
    return values;
}

- (void)dealloc {
    [_paymentToken release];
    [super dealloc];
}
@end

@implementation PaymentChannelCodeCategory
CONSTANT(GlobalCardPayment, @"GCARD")
CONSTANT(LocalCardPayment, @"LCARD")
CONSTANT(LocalCardInstallmentPaymentPlan, @"LCARDIPP")
CONSTANT(DigitalPayment, @"DPAY")
CONSTANT(QRPayment, @"QR")
CONSTANT(WebPayment, @"WEBPAY")
CONSTANT(SelfServiceMachine, @"SSM")
CONSTANT(PayAtCounter, @"COUNTER")
CONSTANT(InternetBanking, @"IMBANK")
CONSTANT(GlobalBuyNowPayLater, @"GBNPL")
@end

@implementation PaymentChannelCodeGroup
CONSTANT(CreditCard, @"CC")
CONSTANT(ProprietaryCard, @"PCC")
CONSTANT(GlobalInstallmentPaymentPlan, @"IPP")
CONSTANT(LocalInstallmentPaymentPlan, @"LIPP")
CONSTANT(GlobalThirdPartyPayment, @"GTPTY")
CONSTANT(LocalThirdPartyPayment, @"LTPTY")
CONSTANT(EWalletPayment, @"EWALLET")
CONSTANT(CardWalletPayment, @"CWALLET")
CONSTANT(MasterPass, @"MPASS")
CONSTANT(QRCodePayment, @"QRC")
CONSTANT(CardSchemeQRPayment, @"CSQR")
CONSTANT(ThaiQRPayment, @"THQR")
CONSTANT(SingaporeQRPayment, @"SGQR")
CONSTANT(WebPayment, @"WEBPAY")
CONSTANT(AutomatedTellerMachine, @"ATM")
CONSTANT(Kiosk, @"KIOSK")
CONSTANT(BankCounter, @"BCTR")
CONSTANT(OverTheCounter, @"OTCTR")
CONSTANT(InternetBanking, @"IBANK")
CONSTANT(BuyNowPayLater, @"BNPL")
@end

@implementation PaymentChannelCodeChannel
CONSTANT(ZaloPay, @"ZALOPAY")
@end

@implementation InstallmentInterestTypeCode
CONSTANT(Customer, @"C")
CONSTANT(Merchant, @"M")
@end

@implementation QRTypeCode
CONSTANT(RAW, @"RAW")
CONSTANT(BASE64, @"BASE64")
CONSTANT(URL, @"URL")
@end

@implementation PaymentInputCode
CONSTANT(Mandatory, @"M")
CONSTANT(Optional, @"O")
CONSTANT(Ignore, @"I")
@end

@implementation PaymentCustomDataCode
CONSTANT(Text, @"T")
CONSTANT(Image, @"I")
CONSTANT(Url, @"U")
CONSTANT(File, @"F")
@end

@implementation PaymentNotificationPlatformCode
CONSTANT(Facebook, @"FACEBOOK")
CONSTANT(WhatsApp, @"WHATSAPP")
CONSTANT(WeChat, @"WECHAT")
CONSTANT(Line, @"LINE")
CONSTANT(Email, @"EMAIL")
@end

@implementation LoyaltyPointInfoReward
INTEGER(sequenceNo, @"sequenceNo")
TEXT(id, @"id")
TEXT(currencyCode, @"currencyCode")
NUMBER(totalPoints, @"totalPoints")
TEXT(label, @"label")
NUMBER(point, @"point")
FLAG(forceToSelectReward, @"forceToSelectReward")
TEXT(name, @"name")
TEXT(type, @"type")
NUMBER(amount, @"amount")
NUMBER(quantity, @"quantity")
NUMBER(price, @"price")
@end

@implementation LoyaltyPointInfoResponse
TEXT(paymentToken, @"paymentToken")
TEXT(providerId, @"providerId")
TEXT(providerName, @"providerName")
TEXT(referenceId, @"referenceId")
TEXT(providerType, @"providerType")
TEXT(terms, @"terms")
PARTS(rewards, @"rewards", LoyaltyPointInfoReward)
@end

@implementation PaymentNotificationResponse
@end

@implementation SystemLocale
TEXT(code, @"code")
TEXT(name, @"name")
TEXT(iconUrl, @"iconUrl")
@end

@implementation SystemInitialization
PARTS(locales, @"locales", SystemLocale)
@end

@implementation SystemInitializationResponse
PART(initialization, @"initialization", SystemInitialization)
@end

@implementation UserPreference
TEXT(name, @"name")
TEXT(email, @"email")
TEXT(mobileNo, @"mobileNo")
TEXT(countryCode, @"countryCode")
TEXT(mobileNoPrefix, @"mobileNoPrefix")
TEXT(locale, @"locale")
TEXT(currencyCode, @"currencyCode")
@end

@implementation UserPreferencePaymentChannel
INTEGER(sequenceNo, @"sequenceNo")
TEXT(name, @"name")
TEXT(categoryCode, @"categoryCode")
TEXT(groupCode, @"groupCode")
TEXT(channelCode, @"channelCode")
TEXT(agentCode, @"agentCode")
TEXT(agentChannelCode, @"agentChannelCode")
TEXT(iconUrl, @"iconUrl")
TEXT(logoUrl, @"logoUrl")
@end

@implementation UserPreferenceInfo
PART(preference, @"preference", UserPreference)
PARTS(channels, @"channels", UserPreferencePaymentChannel)
@end

@implementation UserPreferenceResponse
TEXT(paymentToken, @"paymentToken")
PART(info, @"info", UserPreferenceInfo)
@end

@implementation FXRate
INTEGER(sequenceNo, @"sequenceNo")
TEXT(id, @"id")
TEXT(name, @"name")
TEXT(iconUrl, @"iconUrl")
TEXT(amount, @"amount")
NUMBER(fx, @"fx")
TEXT(currencyCode, @"currencyCode")
@end

@implementation ExchangeRateResponse
TEXT(paymentToken, @"paymentToken")
TEXT(providerCode, @"providerCode")
INTEGER(expire, @"expire")
PARTS(fxRates, @"fxRates", FXRate)
@end

@implementation CancelTransactionResponse
TEXT(invoiceNo, @"invoiceNo")
TEXT(channelCode, @"channelCode")
@end

@implementation MerchantAdditionalInfo
TEXT(id, @"id")
TEXT(name, @"name")
TEXT(address, @"address")
TEXT(email, @"email")
TEXT(logoUrl, @"logoUrl")
TEXT(bannerUrl, @"bannerUrl")
TEXT(countryCode, @"countryCode")
FLAG(showDetailInfo, @"showDetailInfo")
@end

@implementation TransactionAdditionalInfo
TEXT(dateTime, @"dateTime")
TEXT(agentCode, @"agentCode")
TEXT(channelCode, @"channelCode")
TEXT(data, @"data")
TEXT(amount, @"amount")
TEXT(currencyCode, @"currencyCode")
TEXT(invoiceNo, @"invoiceNo")
TEXT(productDescription, @"productDescription")
INTEGER(installmentPeriod, @"installmentPeriod")
TEXT(interestType, @"interestType")
NUMBER(interestRate, @"interestRate")
NUMBER(monthlyAmount, @"monthlyAmount")
INTEGER(payLaterPeriod, @"payLaterPeriod")
@end

@implementation PaymentResultAdditionalInfo
TEXT(responseCode, @"responseCode")
TEXT(responseDescription, @"responseDescription")
FLAG(redirectImmediately, @"redirectImmediately")
FLAG(autoRedirect, @"autoRedirect")
INTEGER(autoRedirectTimer, @"autoRedirectTimer")
TEXT(frontendReturnUrl, @"frontendReturnUrl")
TEXT(frontendReturnData, @"frontendReturnData")
@end

@implementation TransactionStatusAdditionalInfo
PART(merchantInfo, @"merchantInfo", MerchantAdditionalInfo)
PART(transactionInfo, @"transactionInfo", TransactionAdditionalInfo)
PART(resultInfo, @"resultInfo", PaymentResultAdditionalInfo)
@end

@implementation TransactionStatusResponse
TEXT(channelCode, @"channelCode")
TEXT(invoiceNo, @"invoiceNo")
TEXT(locale, @"locale")
PART(additionalInfo, @"additionalInfo", TransactionStatusAdditionalInfo)
@end

@implementation TransactionResultAdditionalInfo
TEXT(qrData, @"qrData")
TEXT(barcodeData, @"barcodeData")
TEXT(referenceNo, @"referenceNo")
TEXT(paymentExpiry, @"paymentExpiry")
@end

@implementation TransactionResultResponse
TEXT(channelCode, @"channelCode")
TEXT(invoiceNo, @"invoiceNo")
TEXT(type, @"type")
TEXT(data, @"data")
TEXT(fallbackData, @"fallbackData")
INTEGER(expiryTimer, @"expiryTimer")
TEXT(expiryDescription, @"expiryDescription")
PART(additionalInfo, @"additionalInfo", TransactionResultAdditionalInfo)
@end

@implementation CardNoValidation
TEXTS(prefixes, @"prefixes")
TEXT(regex, @"regex")
FLAG(luhn, @"luhn")
@end

@implementation CardTypeValidation
INTEGER(sequenceNo, @"sequenceNo")
TEXT(name, @"name")
TEXTS(prefixes, @"prefixes")
TEXT(regex, @"regex")
TEXT(iconUrl, @"iconUrl")
@end

@implementation PaymentOptionValidation
PART(cardNo, @"cardNo", CardNoValidation)
PARTS(cardTypes, @"cardTypes", CardTypeValidation)
@end

@implementation PaymentCode
- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithChannelCode:channelCode agentCode:nil agentChannelCode:nil];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode
                          agentCode:(NSString *)agentCode
                   agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithValues:@{
        @"channelCode" : channelCode ?: @"",
        @"agentCode" : agentCode ?: @"",
        @"agentChannelCode" : agentChannelCode ?: @"",
    }];
}

TEXT(channelCode, @"channelCode")
TEXT(agentCode, @"agentCode")
TEXT(agentChannelCode, @"agentChannelCode")
@end

@implementation PaymentInput
TEXT(name, @"name")
TEXT(email, @"email")
TEXT(mobileNo, @"mobileNo")
TEXT(cardNo, @"cardNo")
TEXT(expiryDate, @"expiryDate")
TEXT(securityCode, @"securityCode")
TEXT(pin, @"pin")
TEXT(token, @"token")
TEXT(accountNo, @"accountNo")
TEXT(billingAddress1, @"billingAddress1")
TEXT(billingAddress2, @"billingAddress2")
TEXT(billingAddress3, @"billingAddress3")
TEXT(billingCity, @"billingCity")
TEXT(billingState, @"billingState")
TEXT(billingPostalCode, @"billingPostalCode")
TEXT(billingCountryCode, @"billingCountryCode")
TEXT(shippingAddress1, @"shippingAddress1")
TEXT(shippingAddress2, @"shippingAddress2")
TEXT(shippingAddress3, @"shippingAddress3")
TEXT(shippingCity, @"shippingCity")
TEXT(shippingState, @"shippingState")
TEXT(shippingPostalCode, @"shippingPostalCode")
TEXT(shippingCountryCode, @"shippingCountryCode")
@end

@implementation AmountValidation
NUMBER(min, @"min")
NUMBER(max, @"max")
@end

@implementation PaymentValidationAdditional
PART(cardNo, @"cardNo", CardNoValidation)
PART(amount, @"amount", AmountValidation)
@end

@implementation PaymentValidation
TEXT(name, @"name")
TEXT(email, @"email")
TEXT(mobileNo, @"mobileNo")
TEXT(cardNo, @"cardNo")
TEXT(expiryDate, @"expiryDate")
TEXT(securityCode, @"securityCode")
TEXT(pin, @"pin")
TEXT(token, @"token")
TEXT(accountNo, @"accountNo")
TEXT(billingAddress1, @"billingAddress1")
TEXT(billingAddress2, @"billingAddress2")
TEXT(billingAddress3, @"billingAddress3")
TEXT(billingCity, @"billingCity")
TEXT(billingState, @"billingState")
TEXT(billingPostalCode, @"billingPostalCode")
TEXT(billingCountryCode, @"billingCountryCode")
TEXT(shippingAddress1, @"shippingAddress1")
TEXT(shippingAddress2, @"shippingAddress2")
TEXT(shippingAddress3, @"shippingAddress3")
TEXT(shippingCity, @"shippingCity")
TEXT(shippingState, @"shippingState")
TEXT(shippingPostalCode, @"shippingPostalCode")
TEXT(shippingCountryCode, @"shippingCountryCode")
PART(additional, @"additional", PaymentValidationAdditional)
@end

@implementation InstallmentPlan
INTEGER(sequenceNo, @"sequenceNo")
INTEGER(period, @"period")
TEXT(interestType, @"interestType")
NUMBER(interestRate, @"interestRate")
NUMBER(monthlyAmount, @"monthlyAmount")
NUMBER(monthlyInterest, @"monthlyInterest")
TEXT(currencyCode, @"currencyCode")
TEXT(label, @"label")
TEXT(terms, @"terms")
INTEGER(payLaterPeriod, @"payLaterPeriod")
@end

@implementation PaymentCustomData
INTEGER(sequenceNo, @"sequenceNo")
TEXT(type, @"type")
TEXT(data, @"data")
@end

@implementation ProviderMerchantInfo
TEXT(id, @"id")
TEXT(name, @"name")
TEXT(countryCode, @"countryCode")
@end

@implementation ProviderTransactionInfo
TEXT(productDescription, @"productDescription")
NUMBER(amount, @"amount")
TEXT(currencyCode, @"currencyCode")
TEXT(invoiceNo, @"invoiceNo")
@end

@implementation PaymentProvider
TEXT(id, @"id")
TEXTS(channels, @"channels")
PART(merchantInfo, @"merchantInfo", ProviderMerchantInfo)
PART(transactionInfo, @"transactionInfo", ProviderTransactionInfo)
TEXT(terms, @"terms")
FLAG(termsConsent, @"termsConsent")
@end

@implementation PaymentInfo
TEXT(terms, @"terms")
TEXT(promoUrl, @"promoUrl")
TEXT(learnMoreUrl, @"learnMoreUrl")
FLAG(termsConsent, @"termsConsent")
PARTS(installmentPlans, @"installmentPlans", InstallmentPlan)
PARTS(paymentCustomDatas, @"paymentCustomDatas", PaymentCustomData)
PART(paymentProvider, @"paymentProvider", PaymentProvider)
@end

@implementation PaymentContext
PART(code, @"code", PaymentCode)
PART(input, @"input", PaymentInput)
PART(validation, @"validation", PaymentValidation)
PART(info, @"info", PaymentInfo)
@end

@implementation PaymentChannel
INTEGER(sequenceNo, @"sequenceNo")
TEXT(name, @"name")
TEXT(bankShortName, @"bankShortName")
TEXTS(currencyCodes, @"currencyCodes")
TEXT(iconUrl, @"iconUrl")
TEXT(logoUrl, @"logoUrl")
FLAG(down, @"down")
FLAG(immediatePayment, @"immediatePayment")
FLAG(checkEligibleOption, @"checkEligibleOption")
TEXT(ippProviderCode, @"ippProviderCode")
TEXT(registrationStatus, @"registrationStatus")
TEXT(partnerMerchantRefID, @"partnerMerchantRefID")
PART(context, @"context", PaymentContext)
@end

@implementation CurrencyConversion
FLAG(active, @"active")
TEXT(terms, @"terms")
@end

@implementation ExchangeRateConfiguration
PART(multipleCurrencyPricing, @"multipleCurrencyPricing", CurrencyConversion)
PART(dynamicCurrencyConversion, @"dynamicCurrencyConversion", CurrencyConversion)
PART(alternativePaymentMethodMultipleCurrencyConversion, @"alternativePaymentMethodMultipleCurrencyConversion", CurrencyConversion)
@end

@implementation PaymentConfiguration
FLAG(tokenize, @"tokenize")
FLAG(tokenizeOnly, @"tokenizeOnly")
FLAG(cardTokenOnly, @"cardTokenOnly")
FLAG(immediatePayment, @"immediatePayment")
PART(exchangeRate, @"exchangeRate", ExchangeRateConfiguration)
@end

@implementation PaymentNotification
FLAG(facebook, @"facebook")
FLAG(whatsApp, @"whatsApp")
FLAG(line, @"line")
@end

@implementation ConfigurationInfo
PART(payment, @"payment", PaymentConfiguration)
PART(notification, @"notification", PaymentNotification)
@end

@implementation PaymentOptionDetailResponse
INTEGER(totalChannel, @"totalChannel")
TEXT(name, @"name")
TEXT(categoryCode, @"categoryCode")
TEXT(groupCode, @"groupCode")
TEXT(iconUrl, @"iconUrl")
PART(validation, @"validation", PaymentOptionValidation)
PARTS(channels, @"channels", PaymentChannel)
PART(configurationInfo, @"configurationInfo", ConfigurationInfo)
@end

@implementation MerchantInfo
TEXT(id, @"id")
TEXT(name, @"name")
TEXT(address, @"address")
TEXT(email, @"email")
TEXT(logoUrl, @"logoUrl")
TEXT(bannerUrl, @"bannerUrl")
TEXT(countryCode, @"countryCode")
@end

@implementation RecurringInfo
TEXT(amount, @"amount")
INTEGER(interval, @"interval")
INTEGER(count, @"count")
TEXT(chargeNextDate, @"chargeNextDate")
TEXT(chargeOnDate, @"chargeOnDate")
@end

@implementation PaymentItemInfo
TEXT(code, @"code")
TEXT(name, @"name")
INTEGER(quantity, @"quantity")
NUMBER(price, @"price")
@end

@implementation TransactionInfo
TEXT(amount, @"amount")
TEXT(currencyCode, @"currencyCode")
TEXT(invoiceNo, @"invoiceNo")
TEXT(productDescription, @"productDescription")
TEXT(dateTime, @"dateTime")
FLAG(showFxRate, @"showFxRate")
PART(recurring, @"recurring", RecurringInfo)
PARTS(paymentItemInfos, @"paymentItemInfos", PaymentItemInfo)
@end

@implementation PaymentChannelGroup
INTEGER(sequenceNo, @"sequenceNo")
TEXT(name, @"name")
TEXT(code, @"code")
TEXT(iconUrl, @"iconUrl")
TEXT(logoUrl, @"logoUrl")
FLAG(isDefault, @"default")
@end

@implementation PaymentChannelCategory
INTEGER(sequenceNo, @"sequenceNo")
TEXT(name, @"name")
TEXT(code, @"code")
TEXT(iconUrl, @"iconUrl")
TEXT(logoUrl, @"logoUrl")
FLAG(isDefault, @"default")
PARTS(groups, @"groups", PaymentChannelGroup)
@end

@implementation PostalAddress
TEXT(address1, @"address1")
TEXT(address2, @"address2")
TEXT(address3, @"address3")
TEXT(city, @"city")
TEXT(state, @"state")
TEXT(postalCode, @"postalCode")
TEXT(countryCode, @"countryCode")
@end

@implementation UserAddress
PART(userBillingAddress, @"userBillingAddress", PostalAddress)
PART(userShippingAddress, @"userShippingAddress", PostalAddress)
@end

@implementation PaymentUserInfo
PART(userAddress, @"userAddress", UserAddress)
@end

@implementation PaymentOptionResponse
TEXT(paymentToken, @"paymentToken")
PART(merchantInfo, @"merchantInfo", MerchantInfo)
PART(transactionInfo, @"transactionInfo", TransactionInfo)
PARTS(channels, @"channels", PaymentChannelCategory)
PART(userInfo, @"userInfo", PaymentUserInfo)
PART(configurationInfo, @"configurationInfo", ConfigurationInfo)
@end

@implementation PaymentOptionRequest
@end

@implementation PaymentOptionDetailRequest
@synthesize categoryCode = _categoryCode;
@synthesize groupCode = _groupCode;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_categoryCode ?: @"" forKey:@"categoryCode"];
    [values setObject:_groupCode ?: @"" forKey:@"groupCode"];
    return values;
}

- (void)dealloc {
    [_categoryCode release];
    [_groupCode release];
    [super dealloc];
}
@end

@implementation TransactionResultRequest
@synthesize payment = _payment;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    if (_payment) [values setObject:[_payment values] forKey:@"payment"];
    return values;
}

- (void)dealloc {
    [_payment release];
    [super dealloc];
}
@end

@implementation TransactionStatusRequest
@synthesize additionalInfo = _additionalInfo;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:[NSNumber numberWithBool:_additionalInfo] forKey:@"additionalInfo"];
    return values;
}
@end

@implementation CancelTransactionRequest
@end

@implementation ExchangeRateRequest
@synthesize bin = _bin;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_bin ?: @"" forKey:@"bin"];
    return values;
}

- (void)dealloc {
    [_bin release];
    [super dealloc];
}
@end

@implementation UserPreferenceRequest
@end

@implementation SystemInitializationRequest
@end

@implementation PaymentNotificationRequest
@synthesize platform = _platform;
@synthesize recipientId = _recipientId;
@synthesize recipientName = _recipientName;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_platform ?: @"" forKey:@"platform"];
    [values setObject:_recipientId ?: @"" forKey:@"recipientId"];
    [values setObject:_recipientName ?: @"" forKey:@"recipientName"];
    return values;
}

- (void)dealloc {
    [_platform release];
    [_recipientId release];
    [_recipientName release];
    [super dealloc];
}
@end

@implementation LoyaltyPointInfoRequest
@synthesize providerId = _providerId;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_providerId ?: @"" forKey:@"providerId"];
    return values;
}

- (void)dealloc {
    [_providerId release];
    [super dealloc];
}
@end

@implementation UserBillingAddress
@synthesize address1 = _address1;
@synthesize address2 = _address2;
@synthesize address3 = _address3;
@synthesize city = _city;
@synthesize state = _state;
@synthesize postalCode = _postalCode;
@synthesize countryCode = _countryCode;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [NSMutableDictionary dictionary];
    [values setObject:_address1 ?: @"" forKey:@"address1"];
    [values setObject:_address2 ?: @"" forKey:@"address2"];
    [values setObject:_address3 ?: @"" forKey:@"address3"];
    [values setObject:_city ?: @"" forKey:@"city"];
    [values setObject:_state ?: @"" forKey:@"state"];
    [values setObject:_postalCode ?: @"" forKey:@"postalCode"];
    [values setObject:_countryCode ?: @"" forKey:@"countryCode"];
    return values;
}

- (void)dealloc {
    [_address1 release];
    [_address2 release];
    [_address3 release];
    [_city release];
    [_state release];
    [_postalCode release];
    [_countryCode release];
    [super dealloc];
}
@end

@implementation UserShippingAddress
@synthesize address1 = _address1;
@synthesize address2 = _address2;
@synthesize address3 = _address3;
@synthesize city = _city;
@synthesize state = _state;
@synthesize postalCode = _postalCode;
@synthesize countryCode = _countryCode;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [NSMutableDictionary dictionary];
    [values setObject:_address1 ?: @"" forKey:@"address1"];
    [values setObject:_address2 ?: @"" forKey:@"address2"];
    [values setObject:_address3 ?: @"" forKey:@"address3"];
    [values setObject:_city ?: @"" forKey:@"city"];
    [values setObject:_state ?: @"" forKey:@"state"];
    [values setObject:_postalCode ?: @"" forKey:@"postalCode"];
    [values setObject:_countryCode ?: @"" forKey:@"countryCode"];
    return values;
}

- (void)dealloc {
    [_address1 release];
    [_address2 release];
    [_address3 release];
    [_city release];
    [_state release];
    [_postalCode release];
    [_countryCode release];
    [super dealloc];
}
@end

@implementation LoyaltyPointReward
@synthesize id = _id;
@synthesize quantity = _quantity;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [NSMutableDictionary dictionary];
    [values setObject:_id ?: @"" forKey:@"id"];
    [values setObject:@(_quantity) forKey:@"quantity"];
    return values;
}

- (void)dealloc {
    [_id release];
    [super dealloc];
}
@end

@implementation LoyaltyPoint
@synthesize providerId = _providerId;
@synthesize accountNo = _accountNo;
@synthesize accountAuthData = _accountAuthData;
@synthesize redeemAmount = _redeemAmount;
@synthesize rewards = _rewards;

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [NSMutableDictionary dictionary];
    [values setObject:_providerId ?: @"" forKey:@"providerId"];
    [values setObject:_accountNo ?: @"" forKey:@"accountNo"];
    [values setObject:_accountAuthData ?: @"" forKey:@"accountAuthData"];
    [values setObject:@(_redeemAmount) forKey:@"redeemAmount"];
    [values setObject:valuesOf(_rewards) forKey:@"rewards"];
    return values;
}

- (void)dealloc {
    [_providerId release];
    [_accountNo release];
    [_accountAuthData release];
    [_rewards release];
    [super dealloc];
}
@end

@implementation PaymentRequest
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) _values = [values copy];
    return self;
}

- (NSDictionary *)values {
    return _values;
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation UserAddressBuilder
- (instancetype)init {
    if ((self = [super init])) _values = [[NSMutableDictionary alloc] init];
    return self;
}

- (UserAddressBuilder *)userBillingAddress:(UserBillingAddress *)userBillingAddress {
    if (userBillingAddress) [_values setObject:[userBillingAddress values] forKey:@"userBillingAddress"];
    return self;
}

- (UserAddressBuilder *)userShippingAddress:(UserShippingAddress *)userShippingAddress {
    if (userShippingAddress) [_values setObject:[userShippingAddress values] forKey:@"userShippingAddress"];
    return self;
}

- (UserAddress *)build {
    return [[[UserAddress alloc] initWithValues:_values] autorelease];
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation TransactionResultRequestBuilder
- (instancetype)initWithPaymentToken:(NSString *)paymentToken {
    if ((self = [super init])) _request = [[TransactionResultRequest alloc] initWithPaymentToken:paymentToken];
    return self;
}

- (TransactionResultRequestBuilder *)clientId:(NSString *)clientId {
    _request.clientId = clientId;
    return self;
}

- (TransactionResultRequestBuilder *)locale:(NSString *)locale {
    _request.locale = locale;
    return self;
}

- (TransactionResultRequestBuilder *)withPaymentRequest:(PaymentRequest *)paymentRequest {
    _request.payment = paymentRequest;
    return self;
}

- (TransactionResultRequest *)build {
    return [[_request retain] autorelease];
}

- (void)dealloc {
    [_request release];
    [super dealloc];
}
@end

@implementation PaymentBuilder
- (instancetype)initWithCode:(PaymentCode *)code {
    if ((self = [super init])) {
        _code = [code retain];
        _data = [[NSMutableDictionary alloc] init];
    }
    return self;
}

- (instancetype)say:(id)value for:(NSString *)name {
    if (value) [_data setObject:value forKey:name];
    return self;
}

- (PaymentRequest *)build {
    return [[[PaymentRequest alloc] initWithValues:@{ @"code" : [_code values] ?: @{}, @"data" : [[_data copy] autorelease] }] autorelease];
}

- (void)dealloc {
    [_code release];
    [_data release];
    [super dealloc];
}

- (instancetype)fxRateId:(NSString *)fxRateId {
    return [self say:fxRateId for:@"fxRateId"];
}

- (instancetype)name:(NSString *)name {
    return [self say:name for:@"name"];
}

- (instancetype)email:(NSString *)email {
    return [self say:email for:@"email"];
}

- (instancetype)mobileNo:(NSString *)mobileNo {
    return [self say:mobileNo for:@"mobileNo"];
}

- (instancetype)paymentExpiry:(NSString *)paymentExpiry {
    return [self say:paymentExpiry for:@"paymentExpiry"];
}

- (instancetype)customerNote:(NSString *)customerNote {
    return [self say:customerNote for:@"customerNote"];
}

- (instancetype)userAddress:(UserAddress *)userAddress {
    return [self say:[userAddress values] for:@"userAddress"];
}

@end

@implementation CardDataBuilder
- (instancetype)expiryMonth:(NSInteger)expiryMonth {
    return [self say:@(expiryMonth) for:@"expiryMonth"];
}

- (instancetype)expiryYear:(NSInteger)expiryYear {
    return [self say:@(expiryYear) for:@"expiryYear"];
}

- (instancetype)securityCode:(NSString *)securityCode {
    return [self say:securityCode for:@"securityCode"];
}

@end

@implementation InstallmentBuilder
- (instancetype)pin:(NSString *)pin {
    return [self say:pin for:@"pin"];
}

- (instancetype)installmentInterestType:(NSString *)installmentInterestType {
    return [self say:installmentInterestType for:@"installmentInterestType"];
}

- (instancetype)installmentPeriod:(NSInteger)installmentPeriod {
    return [self say:@(installmentPeriod) for:@"installmentPeriod"];
}

- (instancetype)installmentPayLaterPeriod:(NSInteger)installmentPayLaterPeriod {
    return [self say:@(installmentPayLaterPeriod) for:@"installmentPayLaterPeriod"];
}

@end

@implementation AgentPaymentBuilder
@end

@implementation CardPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]];
}

- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode cardNo:(NSString *)cardNo {
    return [[self initWithCode:paymentCode] say:cardNo for:@"cardNo"];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode cardNo:(NSString *)cardNo {
    return [[self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]] say:cardNo for:@"cardNo"];
}

- (instancetype)bank:(NSString *)bank {
    return [self say:bank for:@"bank"];
}

- (instancetype)country:(NSString *)country {
    return [self say:country for:@"country"];
}

- (instancetype)tokenize:(BOOL)tokenize {
    return [self say:[NSNumber numberWithBool:tokenize] for:@"tokenize"];
}

@end

@implementation CustomerTokenPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode token:(NSString *)token {
    return [[self initWithCode:paymentCode] say:token for:@"customerToken"];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode token:(NSString *)token {
    return [[self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]] say:token for:@"customerToken"];
}

@end

@implementation UniversalPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

- (instancetype)accountNo:(NSString *)accountNo {
    return [self say:accountNo for:@"accountNo"];
}

- (instancetype)cardNo:(NSString *)cardNo {
    return [self say:cardNo for:@"cardNo"];
}

- (instancetype)token:(NSString *)token {
    return [self say:token for:@"token"];
}

- (instancetype)qrType:(NSString *)qrType {
    return [self say:qrType for:@"qrType"];
}

- (instancetype)bank:(NSString *)bank {
    return [self say:bank for:@"bank"];
}

- (instancetype)country:(NSString *)country {
    return [self say:country for:@"country"];
}

- (instancetype)tokenize:(BOOL)tokenize {
    return [self say:[NSNumber numberWithBool:tokenize] for:@"tokenize"];
}

@end

@implementation DigitalPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]];
}

- (instancetype)accountNo:(NSString *)accountNo {
    return [self say:accountNo for:@"accountNo"];
}

- (instancetype)token:(NSString *)token {
    return [self say:token for:@"cryptogram"];
}

@end

@implementation QRPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]];
}

- (instancetype)type:(NSString *)type {
    return [self say:type for:@"qrType"];
}

@end

@implementation BuyNowPayLaterPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]];
}

@end

@implementation InternetBankingBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

@end

@implementation PayAtCounterBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

@end

@implementation SelfServiceMachineBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

@end

@implementation OnlineDirectDebitBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

@end

@implementation DeepLinkPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

@end

@implementation WebPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithCode:[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode] autorelease]];
}

- (instancetype)cardNo:(NSString *)cardNo {
    return [self say:cardNo for:@"cardNo"];
}

- (instancetype)issuedMonth:(NSInteger)issuedMonth {
    return [self say:@(issuedMonth) for:@"issuedMonth"];
}

- (instancetype)issuedYear:(NSInteger)issuedYear {
    return [self say:@(issuedYear) for:@"issuedYear"];
}

@end

@implementation DigitalCurrencyBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

@end

@implementation LoyaltyPointPaymentBuilder
- (instancetype)initWithPaymentCode:(PaymentCode *)paymentCode {
    return [self initWithCode:paymentCode];
}

- (instancetype)cardNo:(NSString *)cardNo {
    return [self say:cardNo for:@"cardNo"];
}

- (instancetype)loyaltyPoints:(NSArray<LoyaltyPoint *> *)loyaltyPoints {
    return [self say:valuesOf(loyaltyPoints) for:@"loyaltyPoints"];
}

@end

@implementation PGWSDK (Payments)
- (void)paymentOptionWithPaymentOptionRequest:(PaymentOptionRequest *)paymentOptionRequest
    response:(void (^)(PaymentOptionResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("paymentOption", [paymentOptionRequest values], [PaymentOptionResponse class], response, failure);
}

- (void)paymentOptionDetailWithPaymentOptionDetailRequest:(PaymentOptionDetailRequest *)paymentOptionDetailRequest
    response:(void (^)(PaymentOptionDetailResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("paymentOptionDetail", [paymentOptionDetailRequest values], [PaymentOptionDetailResponse class], response, failure);
}

- (void)proceedTransactionWithTransactionResultRequest:(TransactionResultRequest *)transactionResultRequest
    response:(void (^)(TransactionResultResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("proceedTransaction", [transactionResultRequest values], [TransactionResultResponse class], response, failure);
}

- (void)transactionStatusWithTransactionStatusRequest:(TransactionStatusRequest *)transactionStatusRequest
    response:(void (^)(TransactionStatusResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("transactionStatus", [transactionStatusRequest values], [TransactionStatusResponse class], response, failure);
}

- (void)cancelTransactionWithCancelTransactionRequest:(CancelTransactionRequest *)cancelTransactionRequest
    response:(void (^)(CancelTransactionResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("cancelTransaction", [cancelTransactionRequest values], [CancelTransactionResponse class], response, failure);
}

- (void)exchangeRateWithExchangeRateRequest:(ExchangeRateRequest *)exchangeRateRequest
    response:(void (^)(ExchangeRateResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("exchangeRate", [exchangeRateRequest values], [ExchangeRateResponse class], response, failure);
}

- (void)userPreferenceWithUserPreferenceRequest:(UserPreferenceRequest *)userPreferenceRequest
    response:(void (^)(UserPreferenceResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("userPreference", [userPreferenceRequest values], [UserPreferenceResponse class], response, failure);
}

- (void)systemInitializationWithSystemInitializationRequest:(SystemInitializationRequest *)systemInitializationRequest
    response:(void (^)(SystemInitializationResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("systemInitialization", [systemInitializationRequest values], [SystemInitializationResponse class], response, failure);
}

- (void)paymentNotificationWithPaymentNotificationRequest:(PaymentNotificationRequest *)paymentNotificationRequest
    response:(void (^)(PaymentNotificationResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("paymentNotification", [paymentNotificationRequest values], [PaymentNotificationResponse class], response, failure);
}

- (void)loyaltyPointInfoWithLoyaltyPointInfoRequest:(LoyaltyPointInfoRequest *)loyaltyPointInfoRequest
    response:(void (^)(LoyaltyPointInfoResponse *response))response
    failure:(void (^)(NSError *error))failure {
    PGWAsk("loyaltyPointInfo", [loyaltyPointInfoRequest values], [LoyaltyPointInfoResponse class], response, failure);
}
@end
