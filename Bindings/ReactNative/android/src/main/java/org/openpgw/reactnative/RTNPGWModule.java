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
    public void customerTokenInfo(String request, final Promise promise) {
        Bridge.customerTokenInfo(request, new Bridge.Answer() {
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
