package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;

// Written by Scripts/bindings.

/** Asks with what a session can be paid. */
public final class PaymentOptionRequest extends SessionRequest {
    /** @param paymentToken what the merchant's backend minted */
    public PaymentOptionRequest(String paymentToken) {
        super(paymentToken);
    }
}
