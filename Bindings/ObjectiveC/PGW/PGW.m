#import "PGW.h"
#import "PGWAsk.h"
#import <Block.h>
#include <openpgw.h>

// Everything is decided in libopenpgw.so; this gives it the documented names. Without ARC, which the runtime of GCC does not know.

#define CONSTANT(name, value) \
    +(NSString *)name { return value; }
#define TEXT(name) \
    -(NSString *)name { return [_values objectForKey:@ #name]; }

@implementation APIResponseCode
CONSTANT(APISuccess, @"0000")
CONSTANT(TransactionAuthenticateRedirect, @"1000")
CONSTANT(TransactionAuthenticateFullRedirect, @"1001")
CONSTANT(TransactionExternalBrowser, @"1002")
CONSTANT(TransactionPaymentSlip, @"1003")
CONSTANT(TransactionExternalApplication, @"1004")
CONSTANT(TransactionQRPayment, @"1005")
CONSTANT(TransactionCompleted, @"2000")
CONSTANT(TransactionInProgress, @"2001")
CONSTANT(TransactionNotFound, @"2002")
CONSTANT(TransactionInquiryFailed, @"2003")
@end

/** A value as JSON, for the time of the caller's pool; NULL for one that cannot be written. */
static const char *text(NSDictionary *values) {
    NSData *data = [NSJSONSerialization dataWithJSONObject:values options:0 error:NULL];
    return [[[[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding] autorelease] UTF8String];
}

/** A text of the library's, which is freed. */
static NSString *taken(char *owned) {
    NSString *string = [NSString stringWithUTF8String:owned];
    pgw_free(owned);
    return string;
}

@implementation PGWSDKParams
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

@implementation PGWSDKParamsBuilder
- (instancetype)initWithName:(NSString *)name {
    if ((self = [super init])) _values = [[NSMutableDictionary alloc] initWithObjectsAndKeys:name, @"apiEnvironment", nil];
    return self;
}

- (instancetype)initWithApiEnvironment:(APIEnvironment)apiEnvironment {
    NSArray *names = @[ @"Production", @"ProductionIndonesia", @"Sandbox" ];
    BOOL isKnown = apiEnvironment >= 0 && apiEnvironment < (NSInteger)[names count];
    return [self initWithName:isKnown ? [names objectAtIndex:apiEnvironment] : @""];
}

- (instancetype)initWithGateway:(NSURL *)gateway {
    return [self initWithName:gateway ? [gateway absoluteString] : @""];
}

- (PGWSDKParamsBuilder *)value:(id)value for:(NSString *)key {
    if (value) [_values setObject:value forKey:key];
    return self;
}

- (PGWSDKParamsBuilder *)clientId:(NSString *)clientId {
    return [self value:clientId for:@"clientId"];
}

- (PGWSDKParamsBuilder *)locale:(NSString *)locale {
    return [self value:locale for:@"locale"];
}

- (PGWSDKParamsBuilder *)log:(BOOL)log {
    return [self value:[NSNumber numberWithBool:log] for:@"log"];
}

- (PGWSDKParams *)build {
    return [[[PGWSDKParams alloc] initWithValues:_values] autorelease];
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation BaseRequest
@synthesize clientId = _clientId;
@synthesize locale = _locale;

- (NSMutableDictionary *)values {
    return [NSMutableDictionary dictionaryWithObjectsAndKeys:_clientId ?: @"", @"clientId", _locale ?: @"", @"locale", nil];
}

- (void)dealloc {
    [_clientId release];
    [_locale release];
    [super dealloc];
}
@end

@implementation CustomerTokenInfoRequest
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

@implementation CustomerTokenInfo
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) _values = [values copy];
    return self;
}

TEXT(channelCode)
TEXT(token)
TEXT(accountNo)
TEXT(expiry)
TEXT(name)
TEXT(email)
TEXT(status)
TEXT(iconUrl)
TEXT(logoUrl)
TEXT(cardBrand)

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation CustomerTokenInfoResponse
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) {
        _values = [values copy];
        NSMutableArray *tokens = [NSMutableArray array];
        for (NSDictionary *token in [values objectForKey:@"customerTokens"]) {
            [tokens addObject:[[[CustomerTokenInfo alloc] initWithValues:token] autorelease]];
        }
        _customerTokens = [tokens copy];
    }
    return self;
}

TEXT(responseCode)
TEXT(responseDescription)
TEXT(paymentToken)

- (NSArray *)customerTokens {
    return _customerTokens;
}

- (void)dealloc {
    [_values release];
    [_customerTokens release];
    [super dealloc];
}
@end

/** A call and who is told of it. It owns itself until it has told. */
@interface PGWCall : NSObject {
  @public
    void (^_response)(id);
    void (^_failure)(NSError *);
    Class _form;
    int32_t _code;
    NSDictionary *_answer;
}
- (void)tell;
@end

@implementation PGWCall
- (void)tell {
    if (_code == PGW_ANSWERED) {
        if (_response) _response([[[_form alloc] initWithValues:_answer] autorelease]);
    } else if (_failure) {
        NSDictionary *info = @{
            NSLocalizedDescriptionKey : [_answer objectForKey:@"message"] ?: @"",
            NSLocalizedFailureReasonErrorKey : [_answer objectForKey:@"detail"] ?: @"",
        };
        // The text stands in the domain, where code for the documented SDK shows it from.
        _failure([NSError errorWithDomain:[info objectForKey:NSLocalizedDescriptionKey] code:_code userInfo:info]);
    }
    [self release];
}

- (void)dealloc {
    if (_response) Block_release(_response);
    if (_failure) Block_release(_failure);
    [_answer release];
    [super dealloc];
}
@end

static void answered(void *context, int32_t code, char *json) {
    GSRegisterCurrentThread();
    @autoreleasepool {
        PGWCall *call = context;
        NSData *data = [NSData dataWithBytes:json length:strlen(json)];
        call->_code = code;
        call->_answer = [[NSJSONSerialization JSONObjectWithData:data options:0 error:NULL] retain];
        [call performSelectorOnMainThread:@selector(tell) withObject:nil waitUntilDone:NO];
    }
    pgw_free(json);
    GSUnregisterCurrentThread();
}

/** Whether the set-up that was given last is none, and every call has to say so. */
static _Atomic BOOL isRefused;

void PGWAsk(const char *name, NSDictionary *request, Class form, void (^response)(id), void (^failure)(NSError *)) {
    PGWCall *call = [[PGWCall alloc] init];
    call->_response = response ? Block_copy(response) : NULL;
    call->_failure = failure ? Block_copy(failure) : NULL;
    call->_form = form;
    if (isRefused) {
        call->_code = PGW_UNREACHABLE;
        call->_answer = [@{
            @"message" : @"The payment gateway cannot be reached.",
            @"detail" : @"An address begins with http:// or https:// and a host, and has no user, query or fragment",
        } retain];
        [call performSelectorOnMainThread:@selector(tell) withObject:nil waitUntilDone:NO];
        return;
    }
    pgw_call(name, request ? text(request) : NULL, answered, call);
}

@implementation PGWSDK
+ (PGWSDK *)shared {
    static PGWSDK *shared;
    @synchronized(self) {
        if (!shared) shared = [[PGWSDK alloc] init];
    }
    return shared;
}

+ (void)initializeWithParams:(PGWSDKParams *)params {
    isRefused = pgw_initialize(params ? text([params values]) : NULL) != PGW_ANSWERED;
}

- (NSString *)clientId {
    return taken(pgw_client_id());
}

- (NSString *)configuration {
    return taken(pgw_configuration());
}

- (void)customerTokenInfoWithCustomerTokenInfoRequest:(CustomerTokenInfoRequest *)customerTokenInfoRequest
                                             response:(void (^)(CustomerTokenInfoResponse *response))response
                                              failure:(void (^)(NSError *error))failure {
    PGWAsk("customerTokenInfo", [customerTokenInfoRequest values], [CustomerTokenInfoResponse class], response, failure);
}
@end
