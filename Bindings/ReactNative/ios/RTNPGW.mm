#import "RTNPGW.h"

// The functions of Bindings/C/openpgw.h, which the product PGWC has.
extern "C" {
int32_t pgw_initialize(const char *json);
char *pgw_client_id(void);
char *pgw_configuration(void);
uint64_t pgw_call(const char *name, const char *json, void (*answer)(void *, int32_t, char *), void *context);
void pgw_free(void *text);
}

static NSString *taken(char *text) {
    NSString *string = [NSString stringWithUTF8String:text];
    pgw_free(text);
    return string;
}

/** A promise of JavaScript's, until it is kept. */
@interface RTNPGWPromise : NSObject
@property(nonatomic, copy) RCTPromiseResolveBlock resolve;
@property(nonatomic, copy) RCTPromiseRejectBlock reject;
@end

@implementation RTNPGWPromise
@end

static void rejected(RCTPromiseRejectBlock reject, int32_t code, NSString *message, NSString *detail) {
    NSError *error = [NSError errorWithDomain:message code:code userInfo:@{@"detail" : detail}];
    reject([NSString stringWithFormat:@"%d", code], message, error);
}

static void answered(void *context, int32_t code, char *json) {
    RTNPGWPromise *promise = (__bridge_transfer RTNPGWPromise *)context;
    NSString *text = taken(json);
    if (code == 0) {
        promise.resolve(text);
        return;
    }
    NSDictionary *failure = [NSJSONSerialization JSONObjectWithData:[text dataUsingEncoding:NSUTF8StringEncoding] options:0 error:NULL];
    rejected(promise.reject, code, [failure objectForKey:@"message"], [failure objectForKey:@"detail"]);
}

static void ask(const char *name, NSString *request, RCTPromiseResolveBlock resolve, RCTPromiseRejectBlock reject) {
    RTNPGWPromise *promise = [RTNPGWPromise new];
    promise.resolve = resolve;
    promise.reject = reject;
    pgw_call(name, request.UTF8String, answered, (__bridge_retained void *)promise);
}

@implementation RTNPGW

RCT_EXPORT_MODULE(RTNPGW)

- (void)initialize:(NSString *)params resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    int32_t code = pgw_initialize(params.UTF8String);
    if (code != 0) {
        rejected(reject, code, code == 2 ? @"The request is missing." : @"The request cannot be read.", @"");
        return;
    }
    resolve(taken(pgw_configuration()));
}

- (void)clientId:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    resolve(taken(pgw_client_id()));
}

- (void)configuration:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    resolve(taken(pgw_configuration()));
}

- (void)customerTokenInfo:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("customerTokenInfo", request, resolve, reject);
}

- (void)paymentOption:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("paymentOption", request, resolve, reject);
}

- (void)paymentOptionDetail:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("paymentOptionDetail", request, resolve, reject);
}

- (void)proceedTransaction:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("proceedTransaction", request, resolve, reject);
}

- (void)transactionStatus:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("transactionStatus", request, resolve, reject);
}

- (void)cancelTransaction:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("cancelTransaction", request, resolve, reject);
}

- (void)exchangeRate:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("exchangeRate", request, resolve, reject);
}

- (void)userPreference:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("userPreference", request, resolve, reject);
}

- (void)systemInitialization:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("systemInitialization", request, resolve, reject);
}

- (void)paymentNotification:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("paymentNotification", request, resolve, reject);
}

- (void)loyaltyPointInfo:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
    ask("loyaltyPointInfo", request, resolve, reject);
}

- (std::shared_ptr<facebook::react::TurboModule>)getTurboModule:(const facebook::react::ObjCTurboModule::InitParams &)params {
    return std::make_shared<facebook::react::NativeRTNPGWSpecJSI>(params);
}

@end
