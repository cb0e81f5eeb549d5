package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The price in another currency. */
public final class FXRate extends BaseModel {
    public FXRate(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    /** What a payment names to be made in this currency. */
    public String getId() {
        return text("id");
    }

    public String getName() {
        return text("name");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    /** In major units of {@code currencyCode}. */
    public String getAmount() {
        return text("amount");
    }

    public double getFx() {
        return number("fx");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }
}
