package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.core.DesktopPlatform;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;

/** Builds the parameters of the SDK on a JVM that is not Android's. */
public final class PGWSDKParamsBuilder extends ParamsBuilder<PGWSDKParamsBuilder> {
    /** @param apiEnvironment one of 2C2P's gateways */
    public PGWSDKParamsBuilder(APIEnvironment apiEnvironment) {
        super(new DesktopPlatform(), apiEnvironment, apiEnvironment.getGateway());
    }

    /** @param gateway a gateway of one's own, by its address: {@code http://127.0.0.1:8080} */
    public PGWSDKParamsBuilder(String gateway) {
        super(new DesktopPlatform(), APIEnvironment.Production, gateway);
    }

    @Override
    PGWSDKParamsBuilder self() {
        return this;
    }
}
