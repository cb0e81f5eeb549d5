package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.BaseRequest;

/** Asks for the stored cards of a payment session. */
public class CustomerTokenInfoRequest extends BaseRequest {
    private String paymentToken;

    /** @param paymentToken what the merchant's backend minted */
    public CustomerTokenInfoRequest(String paymentToken) {
        this.paymentToken = paymentToken == null ? "" : paymentToken;
    }

    public String getPaymentToken() {
        return paymentToken;
    }

    public void setPaymentToken(String paymentToken) {
        this.paymentToken = paymentToken == null ? "" : paymentToken;
    }
}
