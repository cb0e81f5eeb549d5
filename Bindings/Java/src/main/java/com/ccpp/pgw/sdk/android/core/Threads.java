package com.ccpp.pgw.sdk.android.core;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Threads that keep no program from ending. */
public final class Threads {
    /** One thread for callbacks, where there is no main thread to call. */
    public static final Executor CALLBACKS = Executors.newSingleThreadExecutor(daemon("PGW callback"));

    private Threads() {}

    static ThreadFactory daemon(final String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
