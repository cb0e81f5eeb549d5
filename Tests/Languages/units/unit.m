// The smallest unit that a sample in Objective-C stands in: unit GATEWAY PAYMENTTOKEN

#import <PGW/PGW.h>

NSString *token;
BOOL isAnswered;

void report(NSString *words) {
    puts([words UTF8String]);
    isAnswered = YES;
}

void sample(void) {
@SAMPLE@
}

int main(int count, char **arguments) {
    @autoreleasepool {
        if (count != 3) return 2;
        token = [NSString stringWithUTF8String:arguments[2]];
        NSURL *gateway = [NSURL URLWithString:[NSString stringWithUTF8String:arguments[1]]];
        [PGWSDK initializeWithParams:[[[PGWSDKParamsBuilder alloc] initWithGateway:gateway] build]];
        sample();
        while (!isAnswered) [[NSRunLoop mainRunLoop] runUntilDate:[NSDate dateWithTimeIntervalSinceNow:0.01]];
    }
    return 0;
}
