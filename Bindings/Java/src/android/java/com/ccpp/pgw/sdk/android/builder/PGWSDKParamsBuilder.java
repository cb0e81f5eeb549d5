package com.ccpp.pgw.sdk.android.builder;

import android.content.Context;
import android.os.Handler;
import android.os.Looper;
import com.ccpp.pgw.sdk.android.core.Platform;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import java.util.concurrent.Executor;

/** Builds the parameters of the SDK on Android. Callbacks run on the main thread. */
public final class PGWSDKParamsBuilder extends ParamsBuilder<PGWSDKParamsBuilder> {
    /** @param apiEnvironment one of 2C2P's gateways */
    public PGWSDKParamsBuilder(Context context, APIEnvironment apiEnvironment) {
        super(new Android(context), apiEnvironment, apiEnvironment.getGateway());
    }

    /** @param gateway a gateway of one's own, by its address */
    public PGWSDKParamsBuilder(Context context, String gateway) {
        super(new Android(context), APIEnvironment.Production, gateway);
    }

    @Override
    PGWSDKParamsBuilder self() {
        return this;
    }

    private static final class Android implements Platform {
        private final Context context;

        Android(Context context) {
            // An activity that is gone must not be kept.
            this.context = context.getApplicationContext();
        }

        @Override
        public Executor callbackExecutor() {
            final Handler main = new Handler(Looper.getMainLooper());
            return work -> main.post(work);
        }

        @Override
        public String read(String key) {
            return context.getSharedPreferences("PGW_SDK", Context.MODE_PRIVATE).getString(key, null);
        }

        @Override
        public void keep(String key, String value) {
            context.getSharedPreferences("PGW_SDK", Context.MODE_PRIVATE).edit().putString(key, value).apply();
        }
    }
}
