package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.model.api.CancelTransactionRequest;
import com.ccpp.pgw.sdk.android.model.api.CancelTransactionResponse;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.api.ExchangeRateRequest;
import com.ccpp.pgw.sdk.android.model.api.ExchangeRateResponse;
import com.ccpp.pgw.sdk.android.model.api.LoyaltyPointInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.LoyaltyPointInfoResponse;
import com.ccpp.pgw.sdk.android.model.api.PaymentNotificationRequest;
import com.ccpp.pgw.sdk.android.model.api.PaymentNotificationResponse;
import com.ccpp.pgw.sdk.android.model.api.PaymentOptionDetailRequest;
import com.ccpp.pgw.sdk.android.model.api.PaymentOptionDetailResponse;
import com.ccpp.pgw.sdk.android.model.api.PaymentOptionRequest;
import com.ccpp.pgw.sdk.android.model.api.PaymentOptionResponse;
import com.ccpp.pgw.sdk.android.model.api.SystemInitializationRequest;
import com.ccpp.pgw.sdk.android.model.api.SystemInitializationResponse;
import com.ccpp.pgw.sdk.android.model.api.TransactionResultRequest;
import com.ccpp.pgw.sdk.android.model.api.TransactionResultResponse;
import com.ccpp.pgw.sdk.android.model.api.TransactionStatusRequest;
import com.ccpp.pgw.sdk.android.model.api.TransactionStatusResponse;
import com.ccpp.pgw.sdk.android.model.api.UserPreferenceRequest;
import com.ccpp.pgw.sdk.android.model.api.UserPreferenceResponse;
import com.ccpp.pgw.sdk.android.model.core.BaseRequest;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
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
        send("payment/4.3/cardtokeninfo", asked("Session", request), callback, Answers::customerTokenInfo);
    }

    /**
     * The stored cards of a payment session, as SDK 4.1 to 4.4 asked for them: in version 4.2 of the API, whose dates are {@code 02/27}.
     */
    public void cardTokenInfo(CardTokenInfoRequest request, APIResponseCallback<CardTokenInfoResponse> callback) {
        send("payment/4.2/cardtokeninfo", asked("Session", request), callback,
                answer -> new CardTokenInfoResponse(Answers.customerTokenInfo(answer)));
    }

    /** With what a session can be paid. */
    public void paymentOption(PaymentOptionRequest request, APIResponseCallback<PaymentOptionResponse> callback) {
        call("paymentOption", request, callback, PaymentOptionResponse::new);
    }

    /** The channels of a group, and what each asks for. */
    public void paymentOptionDetail(
            PaymentOptionDetailRequest request, APIResponseCallback<PaymentOptionDetailResponse> callback) {
        call("paymentOptionDetail", request, callback, PaymentOptionDetailResponse::new);
    }

    /**
     * Begins a payment. The answer says what is next, or that it is finished.
     *
     * <p>After a failure nobody knows whether the payment was made: ask {@link #transactionStatus} first. The same request again is then safe;
     * another one is not.
     */
    public void proceedTransaction(TransactionResultRequest request, APIResponseCallback<TransactionResultResponse> callback) {
        call("proceedTransaction", request, callback, TransactionResultResponse::new);
    }

    /** How far a payment is. {@code 2000} says that it is finished, not that it was paid: that is for the backend to ask. */
    public void transactionStatus(TransactionStatusRequest request, APIResponseCallback<TransactionStatusResponse> callback) {
        call("transactionStatus", request, callback, TransactionStatusResponse::new);
    }

    /** Cancels a payment that is not finished. */
    public void cancelTransaction(CancelTransactionRequest request, APIResponseCallback<CancelTransactionResponse> callback) {
        call("cancelTransaction", request, callback, CancelTransactionResponse::new);
    }

    /** In which other currencies a session may be paid. */
    public void exchangeRate(ExchangeRateRequest request, APIResponseCallback<ExchangeRateResponse> callback) {
        call("exchangeRate", request, callback, ExchangeRateResponse::new);
    }

    /** What is known of the payer's choices. */
    public void userPreference(UserPreferenceRequest request, APIResponseCallback<UserPreferenceResponse> callback) {
        call("userPreference", request, callback, UserPreferenceResponse::new);
    }

    /** The languages of the gateway's pages. */
    public void systemInitialization(
            SystemInitializationRequest request, APIResponseCallback<SystemInitializationResponse> callback) {
        call("systemInitialization", request, callback, SystemInitializationResponse::new);
    }

    /** Shares a result. */
    public void paymentNotification(
            PaymentNotificationRequest request, APIResponseCallback<PaymentNotificationResponse> callback) {
        call("paymentNotification", request, callback, PaymentNotificationResponse::new);
    }

    /** What a payer's points are worth. */
    public void loyaltyPointInfo(LoyaltyPointInfoRequest request, APIResponseCallback<LoyaltyPointInfoResponse> callback) {
        call("loyaltyPointInfo", request, callback, LoyaltyPointInfoResponse::new);
    }

    private <Response> void call(
            String name, BaseRequest request, APIResponseCallback<Response> callback, final Form<Response> form) {
        call(name, request == null ? null : request.values(), callback, form);
    }

    /** @param request by the names of the SDK; {@code null} is a failure of {@link PGWException#REQUEST_MISSING} */
    <Response> void call(String name, Map<?, ?> request, APIResponseCallback<Response> callback, final Form<Response> form) {
        final Tables.Asked asked = Tables.SHARED.call(name);
        Map<String, Object> members;
        try {
            members = request == null ? null : Tables.SHARED.wire(asked.request, request);
        } catch (PGWException error) {
            if (callback != null) outcome(params, callback).failed(error);
            return;
        }
        send("payment/4.3/" + asked.operation, members, callback, answer -> {
            Answers.code(answer);
            return form.of(Tables.SHARED.answer(asked.answer, answer.object));
        });
    }

    private static Map<String, Object> asked(String request, BaseRequest asked) {
        try {
            return asked == null ? null : Tables.SHARED.wire(request, asked.values());
        } catch (PGWException error) {
            // Its members are texts.
            throw new IllegalStateException(error);
        }
    }

    private <Response> void send(
            final String path, final Map<String, Object> members, final APIResponseCallback<Response> callback,
            final Reader<Response> reader) {
        if (callback == null) return;
        final PGWSDKParams params = this.params;
        final Outcome<Response> outcome = outcome(params, callback);
        if (members == null || params == null) {
            outcome.failed(new PGWException(members == null ? PGWException.REQUEST_MISSING : PGWException.NOT_INITIALISED, ""));
            return;
        }
        if (!members.containsKey("clientID")) members.put("clientID", clientId(params));
        if (!members.containsKey("locale") && !params.getLocale().isEmpty()) members.put("locale", params.getLocale());
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
                response = reader.read(call.ask());
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

    /** From what the gateway sent to what an app sees. */
    private interface Reader<Response> {
        Response read(Call.Answer answer) throws PGWException;
    }

    /** How an app sees the values of a response. */
    interface Form<Response> {
        Response of(Map<String, Object> values);
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
