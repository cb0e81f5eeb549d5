package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call's one answer, told once, whoever has it first: the gateway or the clock. */
final class Outcome<Response> {
    private final Executor executor;
    private final APIResponseCallback<Response> callback;
    private final AtomicBoolean isTold = new AtomicBoolean();
    private final AtomicBoolean isHeard = new AtomicBoolean();

    Outcome(Executor executor, APIResponseCallback<Response> callback) {
        this.executor = executor;
        this.callback = callback;
    }

    boolean isTold() {
        return isTold.get();
    }

    void answered(Response response) {
        tell(() -> callback.onResponse(response));
    }

    void failed(PGWException error) {
        tell(() -> callback.onFailure(error));
    }

    /** The same on a thread of its own, where the executor may be the caller's: but it is the answer from now on, and no other. */
    void failedApart(PGWException error) {
        if (!isTold.compareAndSet(false, true)) return;
        Threads.daemon("PGW late").newThread(() -> hand(() -> callback.onFailure(error))).start();
    }

    private void tell(Runnable words) {
        if (isTold.compareAndSet(false, true)) hand(words);
    }

    private void hand(Runnable words) {
        Runnable once = () -> {
            if (isHeard.compareAndSet(false, true)) words.run();
        };
        try {
            executor.execute(once);
        } catch (RuntimeException | Error error) {
            // An executor that was shut down, or has no thread left, takes nothing any more, and the app waits all the same.
            if (isHeard.get()) throw error;
            Threads.CALLBACKS.execute(once);
        }
    }
}
