#import <RTNPGWSpec/RTNPGWSpec.h>

/** The client SDK for JavaScript, on the C ABI: what goes through is JSON both ways. */
@interface RTNPGW : NSObject <NativeRTNPGWSpec>
@end
