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

    public abstract void paymentOption(String request, Promise promise);

    public abstract void paymentOptionDetail(String request, Promise promise);

    public abstract void proceedTransaction(String request, Promise promise);

    public abstract void transactionStatus(String request, Promise promise);

    public abstract void cancelTransaction(String request, Promise promise);

    public abstract void exchangeRate(String request, Promise promise);

    public abstract void userPreference(String request, Promise promise);

    public abstract void systemInitialization(String request, Promise promise);

    public abstract void paymentNotification(String request, Promise promise);

    public abstract void loyaltyPointInfo(String request, Promise promise);
}
