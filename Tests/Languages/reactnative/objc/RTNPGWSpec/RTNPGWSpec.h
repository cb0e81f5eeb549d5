// What the iOS half of the package uses of React Native and of the code it generates of src/NativeRTNPGW.ts.

#import <Foundation/Foundation.h>
#include <memory>

typedef void (^RCTPromiseResolveBlock)(id result);
typedef void (^RCTPromiseRejectBlock)(NSString *code, NSString *message, NSError *error);
#define RCT_EXPORT_MODULE(name) + (NSString *)moduleName { return @#name; }

namespace facebook::react {
struct TurboModule {
    virtual ~TurboModule() = default;
};
struct ObjCTurboModule {
    struct InitParams {};
};
struct NativeRTNPGWSpecJSI : TurboModule {
    NativeRTNPGWSpecJSI(const ObjCTurboModule::InitParams &) {}
};
}

@protocol NativeRTNPGWSpec
- (void)initialize:(NSString *)params resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject;
- (void)clientId:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject;
- (void)configuration:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject;
- (void)customerTokenInfo:(NSString *)request resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject;
- (std::shared_ptr<facebook::react::TurboModule>)getTurboModule:(const facebook::react::ObjCTurboModule::InitParams &)params;
@end
