package com.ccpp.pgw.sdk.android.model.core;

import java.util.Map;

/** A request about a payment session. */
public abstract class SessionRequest extends BaseRequest {
    private String paymentToken;

    /** @param paymentToken what the merchant's backend minted */
    protected SessionRequest(String paymentToken) {
        setPaymentToken(paymentToken);
    }

    public String getPaymentToken() {
        return paymentToken;
    }

    public void setPaymentToken(String paymentToken) {
        this.paymentToken = paymentToken == null ? "" : paymentToken;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("paymentToken", paymentToken);
        return values;
    }
}
