package com.ccpp.pgw.sdk.android.core;

import java.util.concurrent.Executor;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** A JVM that is not Android's: callbacks run on a thread of the SDK's own, and the client id is a preference of the user. */
public final class DesktopPlatform implements Platform {
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
