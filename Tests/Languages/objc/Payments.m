// The typed calls of payments at the end of a pipe: Payments GATEWAY, then a line for each vector's name. What the getters of its answer say
// is answered as JSON.

#import <PGW/PGW.h>
#import <objc/runtime.h>

static NSString *const card = @"4111111111111111";

/** What every getter of a value says, each under its name. */
static id said(id value) {
    if ([value isKindOfClass:[NSArray class]]) {
        NSMutableArray *items = [NSMutableArray array];
        for (id item in value) [items addObject:said(item)];
        return items;
    }
    if (![value isKindOfClass:[BaseModel class]]) return value;
    NSMutableDictionary *members = [NSMutableDictionary dictionary];
    for (Class class = [value class]; class != [BaseModel class]; class = [class superclass]) {
        unsigned count;
        Method *methods = class_copyMethodList(class, &count);
        for (unsigned index = 0; index < count; index++) {
            SEL selector = method_getName(methods[index]);
            NSString *name = NSStringFromSelector(selector);
            if ([name rangeOfString:@":"].length > 0) continue;
            id member = said([value valueForKey:name]);
            // What is boxed is no longer told from a number.
            char kind = *[[value methodSignatureForSelector:selector] methodReturnType];
            if (kind == *@encode(BOOL)) member = [NSNumber numberWithBool:[member boolValue]];
            [members setObject:member forKey:[name isEqual:@"isDefault"] ? @"default" : name];
        }
        free(methods);
    }
    return members;
}

static PaymentRequest *payment(NSString *name) {
    PaymentCode *cards = [[[PaymentCode alloc] initWithChannelCode:@"CC"] autorelease];
    if ([name isEqual:@"a card"]) {
        UserBillingAddress *billing = [[[UserBillingAddress alloc] init] autorelease];
        billing.address1 = @"1 Road";
        billing.address2 = @"Floor 2";
        billing.address3 = @"x";
        billing.city = @"Bangkok";
        billing.state = @"BKK";
        billing.postalCode = @"10110";
        billing.countryCode = @"TH";
        UserShippingAddress *shipping = [[[UserShippingAddress alloc] init] autorelease];
        shipping.city = @"Chiang Mai";
        UserAddress *address = [[[[[[UserAddressBuilder alloc] init] autorelease] userBillingAddress:billing] userShippingAddress:shipping] build];
        CardPaymentBuilder *builder = [[[CardPaymentBuilder alloc] initWithPaymentCode:cards cardNo:card] autorelease];
        [[[[[builder expiryMonth:5] expiryYear:2039] securityCode:@"123"] tokenize:YES] name:@"李 \"小龍\""];
        [[[[[builder email:@"a@example.com"] mobileNo:@"+66 81 234 5678"] bank:@"A Bank"] country:@"TH"] pin:@"1234"];
        [[[builder installmentInterestType:@"M"] installmentPeriod:6] installmentPayLaterPeriod:1];
        [[[builder fxRateId:@"fx1"] paymentExpiry:@"2039-01-01 00:00:00"] customerNote:@"n"];
        return [[builder userAddress:address] build];
    }
    if ([name isEqual:@"a card that says little"]) {
        return [[[[[[[CardPaymentBuilder alloc] initWithChannelCode:@"CC" cardNo:card] autorelease] tokenize:NO] name:@""] pin:nil] build];
    }
    if ([name isEqual:@"a stored card"]) {
        NSString *token = @"20052010380915759367";
        return [[[[[CustomerTokenPaymentBuilder alloc] initWithPaymentCode:cards token:token] autorelease] securityCode:@"123"] build];
    }
    if ([name isEqual:@"a cryptogram"]) {
        PaymentCode *wallet = [[[PaymentCode alloc] initWithChannelCode:@"googlepay"] autorelease];
        return [[[[[UniversalPaymentBuilder alloc] initWithPaymentCode:wallet] autorelease] token:@"{\"a\":1}"] build];
    }
    if ([name isEqual:@"a wallet's token"]) {
        return [[[[[[DigitalPaymentBuilder alloc] initWithChannelCode:@"LINE"] autorelease] token:@"x"] accountNo:@"0812345678"] build];
    }
    if ([name isEqual:@"an agent"]) {
        DeepLinkPaymentBuilder *builder =
            [[[DeepLinkPaymentBuilder alloc] initWithChannelCode:@"123" agentCode:@"THSCB" agentChannelCode:@"DEEPLINK"] autorelease];
        return [[builder name:@"A"] build];
    }
    if ([name isEqual:@"a code to scan"]) {
        return [[[[[QRPaymentBuilder alloc] initWithChannelCode:@"PNQR"] autorelease] type:QRTypeCode.URL] build];
    }
    if ([name isEqual:@"another site"]) {
        WebPaymentBuilder *builder =
            [[[WebPaymentBuilder alloc] initWithChannelCode:@"123" agentCode:@"VNABB" agentChannelCode:@"WEBPAY"] autorelease];
        return [[[[builder cardNo:card] issuedMonth:12] issuedYear:2021] build];
    }
    LoyaltyPointReward *reward = [[[LoyaltyPointReward alloc] init] autorelease];
    reward.id = @"R";
    reward.quantity = 2;
    LoyaltyPoint *points = [[[LoyaltyPoint alloc] init] autorelease];
    points.providerId = @"P";
    points.accountNo = @"1";
    points.accountAuthData = @"s";
    points.redeemAmount = 1.5;
    points.rewards = @[ reward ];
    return [[[[[[LoyaltyPointPaymentBuilder alloc] initWithPaymentCode:cards] autorelease] cardNo:card] loyaltyPoints:@[ points ]] build];
}

static id answer;

#define HEARD(form) response:^(form *response) { answer = [response retain]; } failure:^(NSError *error) { answer = [error retain]; }

static void call(NSString *name) {
    PGWSDK *sdk = [PGWSDK shared];
    if ([name isEqual:@"options"]) {
        PaymentOptionRequest *request = [[[PaymentOptionRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.clientId = @"other";
        request.locale = @"en";
        [sdk paymentOptionWithPaymentOptionRequest:request HEARD(PaymentOptionResponse)];
    } else if ([name isEqual:@"a group's channels"]) {
        PaymentOptionDetailRequest *request = [[[PaymentOptionDetailRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.categoryCode = PaymentChannelCodeCategory.GlobalCardPayment;
        request.groupCode = PaymentChannelCodeGroup.CreditCard;
        [sdk paymentOptionDetailWithPaymentOptionDetailRequest:request HEARD(PaymentOptionDetailResponse)];
    } else if ([name hasSuffix:@"status"]) {
        TransactionStatusRequest *request = [[[TransactionStatusRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.additionalInfo = [name isEqual:@"a status"];
        [sdk transactionStatusWithTransactionStatusRequest:request HEARD(TransactionStatusResponse)];
    } else if ([name isEqual:@"no more"]) {
        CancelTransactionRequest *request = [[[CancelTransactionRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        [sdk cancelTransactionWithCancelTransactionRequest:request HEARD(CancelTransactionResponse)];
    } else if ([name isEqual:@"rates"]) {
        ExchangeRateRequest *request = [[[ExchangeRateRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.bin = @"411111";
        [sdk exchangeRateWithExchangeRateRequest:request HEARD(ExchangeRateResponse)];
    } else if ([name isEqual:@"preferences"]) {
        UserPreferenceRequest *request = [[[UserPreferenceRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        [sdk userPreferenceWithUserPreferenceRequest:request HEARD(UserPreferenceResponse)];
    } else if ([name isEqual:@"languages"]) {
        SystemInitializationRequest *request = [[[SystemInitializationRequest alloc] init] autorelease];
        [sdk systemInitializationWithSystemInitializationRequest:request HEARD(SystemInitializationResponse)];
    } else if ([name isEqual:@"a result to share"]) {
        PaymentNotificationRequest *request = [[[PaymentNotificationRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.platform = PaymentNotificationPlatformCode.Email;
        request.recipientId = @"a@example.com";
        request.recipientName = @"A";
        [sdk paymentNotificationWithPaymentNotificationRequest:request HEARD(PaymentNotificationResponse)];
    } else if ([name isEqual:@"worth of points"]) {
        LoyaltyPointInfoRequest *request = [[[LoyaltyPointInfoRequest alloc] initWithPaymentToken:@"tok"] autorelease];
        request.providerId = @"P";
        [sdk loyaltyPointInfoWithLoyaltyPointInfoRequest:request HEARD(LoyaltyPointInfoResponse)];
    } else {
        TransactionResultRequestBuilder *builder = [[[TransactionResultRequestBuilder alloc] initWithPaymentToken:@"tok"] autorelease];
        TransactionResultRequest *request = [[builder withPaymentRequest:payment(name)] build];
        [sdk proceedTransactionWithTransactionResultRequest:request HEARD(TransactionResultResponse)];
    }
}

int main(int count, const char **arguments) {
    char line[256];
    if (count < 2) return 2;
    @autoreleasepool {
        NSURL *gateway = [NSURL URLWithString:[NSString stringWithUTF8String:arguments[1]]];
        PGWSDKParamsBuilder *builder = [[[PGWSDKParamsBuilder alloc] initWithGateway:gateway] autorelease];
        [PGWSDK initializeWithParams:[[[builder clientId:@"client"] locale:@"th"] build]];
    }
    while (fgets(line, sizeof line, stdin)) {
        @autoreleasepool {
            line[strcspn(line, "\n")] = 0;
            call([NSString stringWithUTF8String:line]);
            NSDate *limit = [NSDate dateWithTimeIntervalSinceNow:60];
            while (!answer && [limit timeIntervalSinceNow] > 0) {
                [[NSRunLoop mainRunLoop] runMode:NSDefaultRunLoopMode beforeDate:[NSDate dateWithTimeIntervalSinceNow:0.01]];
            }
            id words = [answer isKindOfClass:[NSError class]] ? @[ [answer domain] ] : said(answer);
            NSData *json = [NSJSONSerialization dataWithJSONObject:words options:0 error:NULL];
            printf("%.*s\n", (int)[json length], (const char *)[json bytes]);
            fflush(stdout);
            [answer release];
            answer = nil;
        }
    }
    return 0;
}
