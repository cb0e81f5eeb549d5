package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;

/** Asks for the stored cards of a payment session. */
public class CustomerTokenInfoRequest extends SessionRequest {
    /** @param paymentToken what the merchant's backend minted */
    public CustomerTokenInfoRequest(String paymentToken) {
        super(paymentToken);
    }
}
