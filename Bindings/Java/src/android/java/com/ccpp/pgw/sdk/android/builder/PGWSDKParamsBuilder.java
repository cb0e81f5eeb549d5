package com.ccpp.pgw.sdk.android.builder;

import android.content.Context;
import com.ccpp.pgw.sdk.android.core.AndroidPlatform;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;

/** Builds the parameters of the SDK on Android. Callbacks run on the main thread. */
public final class PGWSDKParamsBuilder extends ParamsBuilder<PGWSDKParamsBuilder> {
    /** @param apiEnvironment one of 2C2P's gateways */
    public PGWSDKParamsBuilder(Context context, APIEnvironment apiEnvironment) {
        super(new AndroidPlatform(context), apiEnvironment, apiEnvironment.getGateway());
    }

    /** @param gateway a gateway of one's own, by its address */
    public PGWSDKParamsBuilder(Context context, String gateway) {
        super(new AndroidPlatform(context), APIEnvironment.Production, gateway);
    }

    @Override
    PGWSDKParamsBuilder self() {
        return this;
    }
}
