/* What the classes know of one another. */

#import <Foundation/Foundation.h>
#import "PGW.h"

/** What goes through the library by the names of the SDK. */
@interface NSObject (PGWValues)
- (instancetype)initWithValues:(NSDictionary *)values;
- (NSDictionary *)values;
@end

@interface BaseRequest (PGWValues)
- (NSMutableDictionary *)values;
@end

/** What builders set. */
@interface PaymentBuilder (PGWValues)
- (instancetype)initWithCode:(PaymentCode *)code;
- (instancetype)say:(id)value for:(NSString *)name;
@end

/**
 * Asks, and calls one of the blocks, once, on the main thread.
 *
 * name:    of the call, as in openpgw.h.
 * request: NULL for one that is missing.
 * form:    the class that is made of the answer.
 */
void PGWAsk(const char *name, NSDictionary *request, Class form, void (^response)(id), void (^failure)(NSError *));
