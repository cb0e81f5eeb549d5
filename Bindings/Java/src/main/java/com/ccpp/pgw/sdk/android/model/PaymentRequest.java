package com.ccpp.pgw.sdk.android.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is paid with, on which channel. A builder makes it. Its text shows no number, code or token. */
public final class PaymentRequest {
    private final PaymentCode code;
    private final Map<String, Object> data;

    /** @param data each member by its name in the SDK */
    public PaymentRequest(PaymentCode code, Map<String, Object> data) {
        this.code = code;
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public PaymentCode getCode() {
        return code;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (code != null) values.put("code", code.values());
        values.put("data", data);
        return values;
    }
}
