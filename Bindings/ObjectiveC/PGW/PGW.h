/* The documented SDK in Objective-C, on Linux with GNUstep. On Apple's systems the Swift package is imported instead. */

#import <Foundation/Foundation.h>

/** One of 2C2P's gateways. */
typedef NS_ENUM(NSInteger, APIEnvironment) {
    APIEnvironmentProduction = 0,
    APIEnvironmentProductionIndonesia = 1,
    APIEnvironmentSandbox = 2
};

/** The response codes an app compares with. */
@interface APIResponseCode : NSObject
@property(class, nonatomic, readonly, copy) NSString *APISuccess;
@property(class, nonatomic, readonly, copy) NSString *TransactionAuthenticateRedirect;
@property(class, nonatomic, readonly, copy) NSString *TransactionAuthenticateFullRedirect;
@property(class, nonatomic, readonly, copy) NSString *TransactionExternalBrowser;
@property(class, nonatomic, readonly, copy) NSString *TransactionPaymentSlip;
@property(class, nonatomic, readonly, copy) NSString *TransactionExternalApplication;
@property(class, nonatomic, readonly, copy) NSString *TransactionQRPayment;
@property(class, nonatomic, readonly, copy) NSString *TransactionCompleted;
@property(class, nonatomic, readonly, copy) NSString *TransactionInProgress;
@property(class, nonatomic, readonly, copy) NSString *TransactionNotFound;
@property(class, nonatomic, readonly, copy) NSString *TransactionInquiryFailed;
@end

/** How the SDK is set up. PGWSDKParamsBuilder makes it. */
@interface PGWSDKParams : NSObject {
    NSDictionary *_values;
}
@end

@interface PGWSDKParamsBuilder : NSObject {
    NSMutableDictionary *_values;
}
- (instancetype)initWithApiEnvironment:(APIEnvironment)apiEnvironment;
/** A gateway of one's own, by its address. */
- (instancetype)initWithGateway:(NSURL *)gateway;
/** Identifies the installation, for an app that has an identifier of its own. */
- (PGWSDKParamsBuilder *)clientId:(NSString *)clientId;
/** Language of answers where a request has none, ISO 639. */
- (PGWSDKParamsBuilder *)locale:(NSString *)locale;
/** Writes each call to standard error. A token is never written whole. */
- (PGWSDKParamsBuilder *)log:(BOOL)log;
- (PGWSDKParams *)build;
@end

/** What every request can say about the app. */
@interface BaseRequest : NSObject {
    NSString *_clientId;
    NSString *_locale;
}
/** The installation; the SDK's own where empty. */
@property(nonatomic, copy) NSString *clientId;
/** Language of the answer, ISO 639; the SDK's where empty. */
@property(nonatomic, copy) NSString *locale;
@end

/** Asks for the stored cards of a payment session. */
@interface CustomerTokenInfoRequest : BaseRequest {
    NSString *_paymentToken;
}
/** What the merchant's backend minted. */
@property(nonatomic, copy) NSString *paymentToken;
- (instancetype)initWithPaymentToken:(NSString *)paymentToken;
@end

/** One stored card or wallet. */
@interface CustomerTokenInfo : NSObject {
    NSDictionary *_values;
}
@property(nonatomic, readonly, copy) NSString *channelCode;
@property(nonatomic, readonly, copy) NSString *token;
/** Masked: 411111XXXXXX1111. */
@property(nonatomic, readonly, copy) NSString *accountNo;
/** 2027-05-31 for a card that expires soon, XXXX-XX-XX for an available one, empty for an expired one. */
@property(nonatomic, readonly, copy) NSString *expiry;
@property(nonatomic, readonly, copy) NSString *name;
/** Masked: d***y@g**l.com. */
@property(nonatomic, readonly, copy) NSString *email;
/** A for available, EX for expires within six months, ED for expired. */
@property(nonatomic, readonly, copy) NSString *status;
@property(nonatomic, readonly, copy) NSString *iconUrl;
@property(nonatomic, readonly, copy) NSString *logoUrl;
@property(nonatomic, readonly, copy) NSString *cardBrand;
@end

/** The stored cards of a payment session, or the gateway's refusal. */
@interface CustomerTokenInfoResponse : NSObject {
    NSDictionary *_values;
    NSArray *_customerTokens;
}
/** APIResponseCode.APISuccess, or why the gateway refused. */
@property(nonatomic, readonly, copy) NSString *responseCode;
@property(nonatomic, readonly, copy) NSString *responseDescription;
/** Empty on a refusal. */
@property(nonatomic, readonly, copy) NSString *paymentToken;
/** In the order the session registered them; empty on a refusal. */
@property(nonatomic, readonly, copy) NSArray<CustomerTokenInfo *> *customerTokens;
@end

/** The client SDK: initializeWithParams: once, then PGWSDK.shared. */
@interface PGWSDK : NSObject
@property(class, nonatomic, readonly) PGWSDK *shared;
+ (void)initializeWithParams:(PGWSDKParams *)params;
/** The identifier of this installation. */
- (NSString *)clientId;
/** The set-up as JSON, for support. */
- (NSString *)configuration;
/** One of the blocks is called, once, on the main thread while its run loop runs. */
- (void)customerTokenInfoWithCustomerTokenInfoRequest:(CustomerTokenInfoRequest *)customerTokenInfoRequest
                                             response:(void (^)(CustomerTokenInfoResponse *response))response
                                              failure:(void (^)(NSError *error))failure;
@end

#import "PGWPayments.h"
