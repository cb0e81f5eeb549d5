package com.ccpp.pgw.sdk.android.core;

import android.content.Context;
import android.os.Handler;
import android.os.Looper;
import java.util.concurrent.Executor;

/** Android: callbacks run on the main thread, and the client id is a preference of the app. */
public final class AndroidPlatform implements Platform {
    private final Context context;

    public AndroidPlatform(Context context) {
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
