package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** One kind of conversion. */
public final class CurrencyConversion extends BaseModel {
    public CurrencyConversion(Map<String, Object> values) {
        super(values);
    }

    public boolean isActive() {
        return flag("active");
    }

    public String getTerms() {
        return text("terms");
    }
}
