// Pays with a card from Objective-C, and stores it: pay GATEWAY PAYMENTTOKEN

#import <PGW/PGW.h>

int main(int count, char **arguments) {
    @autoreleasepool {
        if (count != 3) {
            puts("usage: pay GATEWAY PAYMENTTOKEN");
            return 2;
        }
        NSURL *gateway = [NSURL URLWithString:[NSString stringWithUTF8String:arguments[1]]];
        NSString *paymentToken = [NSString stringWithUTF8String:arguments[2]];
        [PGWSDK initializeWithParams:[[[PGWSDKParamsBuilder alloc] initWithGateway:gateway] build]];

        __block int status = -1;
        PaymentCode *code = [[PaymentCode alloc] initWithChannelCode:@"CC"];
        CardPaymentBuilder *card = [[CardPaymentBuilder alloc] initWithPaymentCode:code cardNo:@"4111111111111111"];
        [[[[card expiryMonth:12] expiryYear:2039] securityCode:@"123"] tokenize:YES];
        TransactionResultRequestBuilder *builder = [[TransactionResultRequestBuilder alloc] initWithPaymentToken:paymentToken];
        TransactionResultRequest *request = [[builder withPaymentRequest:[card build]] build];
        [[PGWSDK shared] proceedTransactionWithTransactionResultRequest:request
            response:^(TransactionResultResponse *_Nonnull response) {
                // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
                printf("%s %s %s\n", [response.responseCode UTF8String], [response.responseDescription UTF8String], [response.data UTF8String]);
                status = [response.responseCode hasPrefix:@"1"] || [response.responseCode hasPrefix:@"2"] ? 0 : 1;
            }
            failure:^(NSError *_Nonnull error) {
                puts([error.domain UTF8String]);
                status = 1;
            }];
        while (status < 0) [[NSRunLoop mainRunLoop] runUntilDate:[NSDate dateWithTimeIntervalSinceNow:0.01]];
        return status;
    }
}
