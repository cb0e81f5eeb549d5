package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The client SDK: {@link #initialize} once, then {@link #getInstance}. */
public final class PGWSDK {
    /** The key a client id is kept under. */
    static final String CLIENT_ID = "PGW_SDK_CLIENT_ID";

    private static final PGWSDK INSTANCE = new PGWSDK();

    /** Calls beyond these wait, and their time runs. */
    private static final int CALLS = 128;

    private final ThreadPoolExecutor calls = new ThreadPoolExecutor(
            CALLS, CALLS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), Threads.daemon("PGW call"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Threads.daemon("PGW clock"));
    private volatile PGWSDKParams params;

    private PGWSDK() {
        calls.allowCoreThreadTimeOut(true);
        clock.setKeepAliveTime(5, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
    }

    public static PGWSDK getInstance() {
        return INSTANCE;
    }

    /** Sets the SDK up. A second call replaces the first. */
    public static void initialize(PGWSDKParams params) {
        INSTANCE.params = params;
    }

    PGWSDKParams params() {
        return params;
    }

    /** @param params where callbacks run; {@code null} for a thread of the SDK's own */
    static <Response> Outcome<Response> outcome(PGWSDKParams params, APIResponseCallback<Response> callback) {
        return new Outcome<>(params == null ? Threads.CALLBACKS : params.getCallbackExecutor(), callback);
    }

    /** The identifier sent with every call: the one that was set, or one made once and kept; empty before {@link #initialize}. */
    public String getClientId() {
        PGWSDKParams params = this.params;
        return params == null ? "" : clientId(params);
    }

    /** The set-up in words, for support. */
    public String getConfiguration() {
        PGWSDKParams params = this.params;
        if (params == null) return "not initialised";
        return params.getApiEnvironment().getName() + " " + params.getGateway() + ", locale "
                + (params.getLocale().isEmpty() ? "none" : params.getLocale()) + ", log " + (params.isLog() ? "on" : "off");
    }

    /**
     * The stored cards of a payment session.
     *
     * @param request names the payment token; {@code null} is a failure of {@link PGWException#REQUEST_MISSING}
     * @param callback told once, on the executor of the parameters: Android's main thread, or one thread of the SDK's own
     */
    public void customerTokenInfo(
            CustomerTokenInfoRequest request, APIResponseCallback<CustomerTokenInfoResponse> callback) {
        call("payment/4.3/cardtokeninfo", request, callback, response -> response);
    }

    /**
     * The stored cards of a payment session, as SDK 4.1 to 4.4 asked for them: in version 4.2 of the API, whose dates are {@code 02/27}.
     */
    public void cardTokenInfo(CardTokenInfoRequest request, APIResponseCallback<CardTokenInfoResponse> callback) {
        call("payment/4.2/cardtokeninfo", request, callback, CardTokenInfoResponse::new);
    }

    private <Response> void call(
            final String path, CustomerTokenInfoRequest request, final APIResponseCallback<Response> callback,
            final Form<Response> form) {
        if (callback == null) return;
        final PGWSDKParams params = this.params;
        final Outcome<Response> outcome = outcome(params, callback);
        if (request == null || params == null) {
            outcome.failed(new PGWException(request == null ? PGWException.REQUEST_MISSING : PGWException.NOT_INITIALISED, ""));
            return;
        }
        final Map<String, String> members = new LinkedHashMap<>();
        if (!request.getPaymentToken().isEmpty()) members.put("paymentToken", request.getPaymentToken());
        members.put("clientID", request.getClientId().isEmpty() ? clientId(params) : request.getClientId());
        String locale = request.getLocale().isEmpty() ? params.getLocale() : request.getLocale();
        if (!locale.isEmpty()) members.put("locale", locale);
        final Call call = new Call(params, path, members);
        // The system's limits are of silence: an answer that drips has none.
        final Future<?> deadline = clock.schedule(() -> {
            outcome.failedApart(new PGWException(PGWException.TIMED_OUT, "No whole answer in 30 seconds"));
            call.giveUp();
        }, Call.TIMEOUT_MILLISECONDS, TimeUnit.MILLISECONDS);
        calls.execute(() -> {
            // It may have waited for as long as it had.
            if (outcome.isTold()) return;
            Response response = null;
            PGWException error = null;
            try {
                response = form.of(Answers.customerTokenInfo(call.ask()));
            } catch (PGWException failure) {
                error = failure;
            } catch (Throwable failure) {
                // The system reads some answers by recursion, and what it has run out of is there again.
                error = new PGWException(PGWException.TRANSPORT_FAILED, failure.getClass().getSimpleName());
            }
            deadline.cancel(false);
            if (error == null) outcome.answered(response); else outcome.failed(error);
        });
    }

    /** How an app sees a response: by the names of one version of the SDK or another. */
    private interface Form<Response> {
        Response of(CustomerTokenInfoResponse response);
    }

    static synchronized String clientId(PGWSDKParams params) {
        if (!params.getClientId().isEmpty()) return params.getClientId();
        String known = params.getPlatform().read(CLIENT_ID);
        if (known != null && !known.isEmpty()) return known;
        String made = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        params.getPlatform().keep(CLIENT_ID, made);
        return made;
    }
}
