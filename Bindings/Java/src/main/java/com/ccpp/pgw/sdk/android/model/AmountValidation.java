package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** How much a channel takes, in major units; 0 for no limit. */
public final class AmountValidation extends BaseModel {
    public AmountValidation(Map<String, Object> values) {
        super(values);
    }

    public double getMin() {
        return number("min");
    }

    public double getMax() {
        return number("max");
    }
}
