package org.openpgw.reactnative;

import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.Promise;
import com.facebook.react.bridge.ReactApplicationContext;

/** As React Native's code generator makes it of src/NativeRTNPGW.ts; a test holds its methods to those there. */
abstract class NativeRTNPGWSpec implements NativeModule {
    NativeRTNPGWSpec(ReactApplicationContext context) {}

    public abstract void initialize(String params, Promise promise);

    public abstract void clientId(Promise promise);

    public abstract void configuration(Promise promise);

    public abstract void customerTokenInfo(String request, Promise promise);
}
