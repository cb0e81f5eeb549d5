package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;

// Written by Scripts/bindings.

/** Asks for what is known of the payer's choices. */
public final class UserPreferenceRequest extends SessionRequest {
    /** @param paymentToken what the merchant's backend minted */
    public UserPreferenceRequest(String paymentToken) {
        super(paymentToken);
    }
}
