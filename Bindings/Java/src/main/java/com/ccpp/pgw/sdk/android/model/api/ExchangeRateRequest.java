package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

// Written by Scripts/bindings.

/** Asks in which other currencies a session may be paid. */
public final class ExchangeRateRequest extends SessionRequest {
    private String bin = "";

    /** @param paymentToken what the merchant's backend minted */
    public ExchangeRateRequest(String paymentToken) {
        super(paymentToken);
    }

    /** The first 6 digits of the card's number. */
    public String getBin() {
        return bin;
    }

    public void setBin(String bin) {
        this.bin = bin == null ? "" : bin;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("bin", bin);
        return values;
    }
}
