// Lists a customer's stored cards from Objective-C: cards GATEWAY PAYMENTTOKEN

#import <PGW/PGW.h>

int main(int count, char **arguments) {
    @autoreleasepool {
        if (count != 3) {
            puts("usage: cards GATEWAY PAYMENTTOKEN");
            return 2;
        }
        NSURL *gateway = [NSURL URLWithString:[NSString stringWithUTF8String:arguments[1]]];
        [PGWSDK initializeWithParams:[[[PGWSDKParamsBuilder alloc] initWithGateway:gateway] build]];

        __block int status = -1;
        NSString *paymentToken = [NSString stringWithUTF8String:arguments[2]];
        CustomerTokenInfoRequest *request = [[CustomerTokenInfoRequest alloc] initWithPaymentToken:paymentToken];
        [[PGWSDK shared] customerTokenInfoWithCustomerTokenInfoRequest:request
            response:^(CustomerTokenInfoResponse *_Nonnull response) {
                if ([response.responseCode isEqualToString:APIResponseCode.APISuccess]) {
                    for (CustomerTokenInfo *card in response.customerTokens) {
                        printf("%s %s %s\n", [card.cardBrand UTF8String], [card.accountNo UTF8String], [card.status UTF8String]);
                    }
                    status = 0;
                } else {
                    printf("%s %s\n", [response.responseCode UTF8String], [response.responseDescription UTF8String]);
                    status = 1;
                }
            }
            failure:^(NSError *_Nonnull error) {
                NSString *detail = [error.userInfo objectForKey:NSLocalizedFailureReasonErrorKey];
                printf("%s %s\n", [error.domain UTF8String], detail ? [detail UTF8String] : "");
                status = 1;
            }];
        while (status < 0) [[NSRunLoop mainRunLoop] runUntilDate:[NSDate dateWithTimeIntervalSinceNow:0.01]];
        return status;
    }
}
