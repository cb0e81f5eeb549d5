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
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The client SDK: {@link #initialize} once, then {@link #getInstance}. */
public final class PGWSDK {
    /** The key a client id is kept under. */
    static final String CLIENT_ID = "PGW_SDK_CLIENT_ID";

    private static final PGWSDK INSTANCE = new PGWSDK();

    private final ThreadPoolExecutor calls = new ThreadPoolExecutor(
            32, 32, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), Threads.daemon("PGW call"));
    private volatile PGWSDKParams params;

    private PGWSDK() {
        calls.allowCoreThreadTimeOut(true);
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

    /** Where callbacks run. */
    static Executor executor(PGWSDKParams params) {
        return params == null ? Threads.CALLBACKS : params.getCallbackExecutor();
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
        final Executor executor = executor(params);
        if (request == null || params == null) {
            int code = request == null ? PGWException.REQUEST_MISSING : PGWException.NOT_INITIALISED;
            fail(executor, callback, new PGWException(code, ""));
            return;
        }
        final Map<String, String> members = new LinkedHashMap<>();
        if (!request.getPaymentToken().isEmpty()) members.put("paymentToken", request.getPaymentToken());
        members.put("clientID", request.getClientId().isEmpty() ? clientId(params) : request.getClientId());
        String locale = request.getLocale().isEmpty() ? params.getLocale() : request.getLocale();
        if (!locale.isEmpty()) members.put("locale", locale);
        calls.execute(() -> {
            Response response;
            try {
                response = form.of(Answers.customerTokenInfo(Call.ask(params, path, members)));
            } catch (PGWException error) {
                fail(executor, callback, error);
                return;
            }
            executor.execute(() -> callback.onResponse(response));
        });
    }

    /** How an app sees a response: by the names of one version of the SDK or another. */
    private interface Form<Response> {
        Response of(CustomerTokenInfoResponse response);
    }

    private static void fail(Executor executor, APIResponseCallback<?> callback, PGWException error) {
        executor.execute(() -> callback.onFailure(error));
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
