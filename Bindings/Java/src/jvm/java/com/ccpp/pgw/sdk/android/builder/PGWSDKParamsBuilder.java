package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.core.Platform;
import com.ccpp.pgw.sdk.android.core.Threads;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import java.util.concurrent.Executor;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** Builds the parameters of the SDK on a JVM that is not Android's. */
public final class PGWSDKParamsBuilder extends ParamsBuilder<PGWSDKParamsBuilder> {
    /** @param apiEnvironment one of 2C2P's gateways */
    public PGWSDKParamsBuilder(APIEnvironment apiEnvironment) {
        super(new Desktop(), apiEnvironment, apiEnvironment.getGateway());
    }

    /** @param gateway a gateway of one's own, by its address: {@code http://127.0.0.1:8080} */
    public PGWSDKParamsBuilder(String gateway) {
        super(new Desktop(), APIEnvironment.Production, gateway);
    }

    @Override
    PGWSDKParamsBuilder self() {
        return this;
    }

    private static final class Desktop implements Platform {
        @Override
        public Executor callbackExecutor() {
            return Threads.CALLBACKS;
        }

        @Override
        public String read(String key) {
            return preferences().get(key, null);
        }

        @Override
        public void keep(String key, String value) {
            preferences().put(key, value);
            try {
                preferences().flush();
            } catch (BackingStoreException error) {
                // Where nothing can be kept, the next run makes another.
            }
        }

        private static Preferences preferences() {
            return Preferences.userRoot().node("org/openpgw");
        }
    }
}
