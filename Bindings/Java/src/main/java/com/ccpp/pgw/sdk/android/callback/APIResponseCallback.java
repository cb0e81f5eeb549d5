package com.ccpp.pgw.sdk.android.callback;

/** Receives what becomes of a call: one of the two, once. */
public interface APIResponseCallback<T> {
    /** The gateway answered, be it with a refusal that says so in its response code. */
    void onResponse(T response);

    /** There is no readable answer. The error is a {@link com.ccpp.pgw.sdk.android.core.PGWException}, its text is for people. */
    void onFailure(Throwable error);
}
