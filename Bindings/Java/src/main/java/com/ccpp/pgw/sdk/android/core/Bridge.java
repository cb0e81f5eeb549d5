package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The SDK for hosts that hand texts over, React Native and Flutter: JSON goes in, JSON comes out, as in Bindings/C/openpgw.h. */
public final class Bridge {
    /** Told once, on the executor of the parameters. */
    public interface Answer {
        void answered(String json);

        void failed(PGWException error);
    }

    private Bridge() {}

    /**
     * Sets the SDK up; refused, it leaves the set-up as it was.
     *
     * @param json {@code {"apiEnvironment", "clientId", "locale", "log"}}; the last three may be left out
     */
    public static void initialize(Platform platform, String json) throws PGWException {
        Map<?, ?> values = object(json);
        String name = text(values, "apiEnvironment");
        if (name == null) throw malformed("apiEnvironment is missing");
        Object log = values.get("log");
        if (log != null && !(log instanceof Boolean)) throw malformed("log is neither true nor false");
        APIEnvironment environment = environment(name);
        if (environment == null && !Address.isGateway(name)) {
            throw malformed("apiEnvironment is not one of Production, ProductionIndonesia, Sandbox, or a gateway's address. " + Address.RULE);
        }
        PGWSDK.initialize(new PGWSDKParams(
                platform, environment == null ? APIEnvironment.Production : environment, environment == null ? name : environment.getGateway(),
                text(values, "clientId"), text(values, "locale"), Boolean.TRUE.equals(log), null));
    }

    public static String clientId() {
        return PGWSDK.getInstance().getClientId();
    }

    /** The set-up as JSON: {@code {"apiEnvironment", "gateway", "clientId", "locale", "log"}}; {@code {}} before {@link #initialize}. */
    public static String configuration() {
        Map<String, Object> values = new LinkedHashMap<>();
        PGWSDKParams params = PGWSDK.getInstance().params();
        if (params != null) {
            values.put("apiEnvironment", params.getApiEnvironment().getName());
            values.put("gateway", params.getGateway());
            values.put("clientId", PGWSDK.clientId(params));
            values.put("locale", params.getLocale());
            values.put("log", params.isLog());
        }
        return StrictJson.write(values);
    }

    /** @param json {@code {"paymentToken", "clientId", "locale"}}; the last two may be left out */
    public static void customerTokenInfo(String json, final Answer answer) {
        CustomerTokenInfoRequest request;
        try {
            request = json == null ? null : request(object(json));
        } catch (PGWException error) {
            PGWSDK.outcome(PGWSDK.getInstance().params(), callback(answer)).failed(error);
            return;
        }
        PGWSDK.getInstance().customerTokenInfo(request, callback(answer));
    }

    /** Whether the SDK has a call of this name. */
    public static boolean has(String name) {
        return name.equals("customerTokenInfo") || Tables.SHARED.call(name) != null;
    }

    /**
     * Any call of the SDK, by its name there.
     *
     * @param json {@code {"paymentToken", "clientId", "locale"}} and what the call asks beside that: Bindings/requests.txt
     */
    public static void call(String name, String json, final Answer answer) {
        if (name.equals("customerTokenInfo")) {
            customerTokenInfo(json, answer);
            return;
        }
        APIResponseCallback<Map<String, Object>> callback = callback(answer, values -> values);
        Map<?, ?> request;
        try {
            Tables.Asked asked = Tables.SHARED.call(name);
            if (asked == null) throw malformed("There is no call of this name");
            request = json == null ? null : object(json);
            if (request != null && !asked.request.equals("Initialization") && text(request, "paymentToken") == null) {
                throw malformed("paymentToken is missing");
            }
        } catch (PGWException error) {
            PGWSDK.outcome(PGWSDK.getInstance().params(), callback).failed(error);
            return;
        }
        PGWSDK.getInstance().call(name, request, callback, values -> values);
    }

    private static APIResponseCallback<CustomerTokenInfoResponse> callback(Answer answer) {
        return callback(answer, Bridge::values);
    }

    private interface Values<Response> {
        Map<String, Object> of(Response response);
    }

    private static <Response> APIResponseCallback<Response> callback(final Answer answer, final Values<Response> values) {
        return new APIResponseCallback<Response>() {
            @Override
            public void onResponse(Response response) {
                answer.answered(StrictJson.write(values.of(response)));
            }

            @Override
            public void onFailure(Throwable error) {
                answer.failed((PGWException) error);
            }
        };
    }

    private static CustomerTokenInfoRequest request(Map<?, ?> values) throws PGWException {
        String paymentToken = text(values, "paymentToken");
        if (paymentToken == null) throw malformed("paymentToken is missing");
        CustomerTokenInfoRequest request = new CustomerTokenInfoRequest(paymentToken);
        request.setClientId(text(values, "clientId"));
        request.setLocale(text(values, "locale"));
        return request;
    }

    private static Map<String, Object> values(CustomerTokenInfoResponse response) {
        List<Object> tokens = new ArrayList<>();
        for (CustomerTokenInfo token : response.getCustomerTokens()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("channelCode", token.getChannelCode());
            values.put("token", token.getToken());
            values.put("accountNo", token.getAccountNo());
            values.put("expiry", token.getExpiry());
            values.put("name", token.getName());
            values.put("email", token.getEmail());
            values.put("status", token.getStatus());
            values.put("iconUrl", token.getIconUrl());
            values.put("logoUrl", token.getLogoUrl());
            values.put("cardBrand", token.getCardBrand());
            tokens.add(values);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("responseCode", response.getResponseCode());
        values.put("responseDescription", response.getResponseDescription());
        values.put("paymentToken", response.getPaymentToken());
        values.put("customerTokens", tokens);
        return values;
    }

    private static APIEnvironment environment(String name) {
        for (APIEnvironment environment : APIEnvironment.values()) {
            if (environment.getName().equals(name)) return environment;
        }
        return null;
    }

    private static Map<?, ?> object(String json) throws PGWException {
        if (json == null) throw new PGWException(PGWException.REQUEST_MISSING, "");
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 1 << 20) throw malformed("longer than a mebibyte");
        try {
            Object value = StrictJson.read(bytes);
            if (value instanceof Map) return (Map<?, ?>) value;
        } catch (StrictJson.Malformed error) {
            throw malformed(error.getMessage());
        }
        throw malformed("not an object");
    }

    private static String text(Map<?, ?> values, String name) throws PGWException {
        Object value = values.get(name);
        if (value == null || value instanceof String) return (String) value;
        throw malformed(name + " is not a text");
    }

    private static PGWException malformed(String why) {
        return new PGWException(PGWException.MALFORMED_REQUEST, why);
    }
}
