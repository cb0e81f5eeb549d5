package com.ccpp.pgw.sdk.android.core;

import java.util.concurrent.Executor;

/** What differs between Android and every other JVM. */
public interface Platform {
    /** Where callbacks run unless the app says otherwise. */
    Executor callbackExecutor();

    /** A value that was kept across runs, or {@code null}. */
    String read(String key);

    void keep(String key, String value);
}
