package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

// Written by Scripts/bindings.

/** Asks what a payer's points are worth. */
public final class LoyaltyPointInfoRequest extends SessionRequest {
    private String providerId = "";

    /** @param paymentToken what the merchant's backend minted */
    public LoyaltyPointInfoRequest(String paymentToken) {
        super(paymentToken);
    }

    public String getProviderId() {
        return providerId;
    }

    public void setProviderId(String providerId) {
        this.providerId = providerId == null ? "" : providerId;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("providerId", providerId);
        return values;
    }
}
