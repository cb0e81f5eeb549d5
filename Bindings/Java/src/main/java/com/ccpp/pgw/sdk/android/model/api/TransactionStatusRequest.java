package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

// Written by Scripts/bindings.

/** Asks how far a payment is. */
public final class TransactionStatusRequest extends SessionRequest {
    private boolean additionalInfo;

    /** @param paymentToken what the merchant's backend minted */
    public TransactionStatusRequest(String paymentToken) {
        super(paymentToken);
    }

    /** Whether the answer says what a screen shows of the payment. */
    public boolean isAdditionalInfo() {
        return additionalInfo;
    }

    public void setAdditionalInfo(boolean additionalInfo) {
        this.additionalInfo = additionalInfo;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("additionalInfo", additionalInfo);
        return values;
    }
}
