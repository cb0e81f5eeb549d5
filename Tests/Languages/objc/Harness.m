// The SDK at the end of a pipe, as Tests/Languages/java/Harness.java: initialize GATEWAY | ask TOKEN | null | many COUNT TOKEN | request …

#import <PGW/PGW.h>

static NSString *encoded(NSString *text) {
    NSData *data = [(text ?: @"") dataUsingEncoding:NSUTF8StringEncoding];
    return [@"=" stringByAppendingString:[data base64EncodedStringWithOptions:0]];
}

static NSString *decoded(NSString *word) {
    NSData *data = [[[NSData alloc] initWithBase64EncodedString:[word substringFromIndex:1] options:0] autorelease];
    return [[[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding] autorelease];
}

static NSString *texts(CustomerTokenInfoResponse *response) {
    NSMutableArray *texts = [NSMutableArray arrayWithObjects:@"0", encoded(response.responseCode), encoded(response.responseDescription),
                                                             encoded(response.paymentToken), nil];
    for (CustomerTokenInfo *card in response.customerTokens) {
        for (NSString *text in @[
                 card.channelCode, card.token, card.accountNo, card.expiry, card.name, card.email, card.status, card.iconUrl,
                 card.logoUrl, card.cardBrand
             ]) {
            [texts addObject:encoded(text)];
        }
    }
    return [texts componentsJoinedByString:@" "];
}

/// Asks so often, and waits for as many answers; each of them comes on the main thread or ends the program.
static NSString *ask(CustomerTokenInfoRequest *request, int count) {
    __block int left = count, cards = 0;
    __block NSString *answer = nil;
    for (int index = 0; index < count; index++) {
        [[PGWSDK shared] customerTokenInfoWithCustomerTokenInfoRequest:request
            response:^(CustomerTokenInfoResponse *response) {
                if (![NSThread isMainThread]) abort();
                [answer release];
                answer = [texts(response) retain];
                cards++;
                left--;
            }
            failure:^(NSError *error) {
                if (![NSThread isMainThread]) abort();
                [answer release];
                answer = [[NSString stringWithFormat:@"%d %@ %@", (int)error.code, encoded(error.domain),
                                                     encoded([error localizedFailureReason])] retain];
                left--;
            }];
    }
    NSDate *limit = [NSDate dateWithTimeIntervalSinceNow:120];
    while (left > 0 && [limit timeIntervalSinceNow] > 0) {
        [[NSRunLoop mainRunLoop] runMode:NSDefaultRunLoopMode beforeDate:[NSDate dateWithTimeIntervalSinceNow:0.01]];
    }
    if (left > 0) return @"none";
    return count == 1 ? [answer autorelease] : [NSString stringWithFormat:@"%d", cards];
}

int main(void) {
    char line[1 << 14];
    while (fgets(line, sizeof line, stdin)) {
        @autoreleasepool {
            NSString *text = [[NSString stringWithUTF8String:line] stringByTrimmingCharactersInSet:[NSCharacterSet newlineCharacterSet]];
            NSArray *words = [text componentsSeparatedByString:@" "];
            NSString *word = [words objectAtIndex:0], *last = [words lastObject], *answer = @"0";
            CustomerTokenInfoRequest *request = [[[CustomerTokenInfoRequest alloc] initWithPaymentToken:last] autorelease];
            if ([word isEqualToString:@"initialize"]) {
                PGWSDKParamsBuilder *builder = [[[PGWSDKParamsBuilder alloc] initWithGateway:[NSURL URLWithString:last]] autorelease];
                [PGWSDK initializeWithParams:[[[[builder clientId:@"client"] locale:@"th"] log:YES] build]];
            } else if ([word isEqualToString:@"null"]) {
                answer = ask(nil, 1);
            } else if ([word isEqualToString:@"request"]) {
                request.paymentToken = decoded([words objectAtIndex:1]);
                request.clientId = decoded([words objectAtIndex:2]);
                request.locale = decoded([words objectAtIndex:3]);
                answer = ask(request, 1);
            } else if ([word isEqualToString:@"many"]) {
                answer = ask(request, [[words objectAtIndex:1] intValue]);
            } else {
                answer = ask(request, 1);
            }
            puts([answer UTF8String]);
            fflush(stdout);
        }
    }
    return 0;
}
