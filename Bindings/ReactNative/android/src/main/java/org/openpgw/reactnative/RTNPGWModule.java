package org.openpgw.reactnative;

import com.ccpp.pgw.sdk.android.core.AndroidPlatform;
import com.ccpp.pgw.sdk.android.core.Bridge;
import com.ccpp.pgw.sdk.android.core.PGWException;
import com.facebook.react.bridge.Arguments;
import com.facebook.react.bridge.Promise;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.WritableMap;

/** The client SDK for JavaScript, on the Java port: what goes through is JSON both ways. */
public final class RTNPGWModule extends NativeRTNPGWSpec {
    static final String NAME = "RTNPGW";

    private final ReactApplicationContext context;

    RTNPGWModule(ReactApplicationContext context) {
        super(context);
        this.context = context;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void initialize(String params, Promise promise) {
        try {
            Bridge.initialize(new AndroidPlatform(context), params);
            promise.resolve(Bridge.configuration());
        } catch (PGWException error) {
            reject(promise, error);
        }
    }

    @Override
    public void clientId(Promise promise) {
        promise.resolve(Bridge.clientId());
    }

    @Override
    public void configuration(Promise promise) {
        promise.resolve(Bridge.configuration());
    }

    @Override
    public void customerTokenInfo(String request, Promise promise) {
        ask("customerTokenInfo", request, promise);
    }

    @Override
    public void paymentOption(String request, Promise promise) {
        ask("paymentOption", request, promise);
    }

    @Override
    public void paymentOptionDetail(String request, Promise promise) {
        ask("paymentOptionDetail", request, promise);
    }

    @Override
    public void proceedTransaction(String request, Promise promise) {
        ask("proceedTransaction", request, promise);
    }

    @Override
    public void transactionStatus(String request, Promise promise) {
        ask("transactionStatus", request, promise);
    }

    @Override
    public void cancelTransaction(String request, Promise promise) {
        ask("cancelTransaction", request, promise);
    }

    @Override
    public void exchangeRate(String request, Promise promise) {
        ask("exchangeRate", request, promise);
    }

    @Override
    public void userPreference(String request, Promise promise) {
        ask("userPreference", request, promise);
    }

    @Override
    public void systemInitialization(String request, Promise promise) {
        ask("systemInitialization", request, promise);
    }

    @Override
    public void paymentNotification(String request, Promise promise) {
        ask("paymentNotification", request, promise);
    }

    @Override
    public void loyaltyPointInfo(String request, Promise promise) {
        ask("loyaltyPointInfo", request, promise);
    }

    private static void ask(String name, String request, final Promise promise) {
        Bridge.call(name, request, new Bridge.Answer() {
            @Override
            public void answered(String json) {
                promise.resolve(json);
            }

            @Override
            public void failed(PGWException error) {
                reject(promise, error);
            }
        });
    }

    private static void reject(Promise promise, PGWException error) {
        WritableMap userInfo = Arguments.createMap();
        userInfo.putString("detail", error.getDetail());
        promise.reject(String.valueOf(error.getCode()), error.getMessage(), error, userInfo);
    }
}
