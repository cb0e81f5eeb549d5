package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;

// Written by Scripts/bindings.

/** Cancels a payment. */
public final class CancelTransactionRequest extends SessionRequest {
    /** @param paymentToken what the merchant's backend minted */
    public CancelTransactionRequest(String paymentToken) {
        super(paymentToken);
    }
}
