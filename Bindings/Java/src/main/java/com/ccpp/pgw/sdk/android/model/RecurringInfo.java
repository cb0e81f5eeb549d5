package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The plan a payment is the first of. */
public final class RecurringInfo extends BaseModel {
    public RecurringInfo(Map<String, Object> values) {
        super(values);
    }

    /** Of each charge, in major units. */
    public String getAmount() {
        return text("amount");
    }

    /** Days between charges. */
    public int getInterval() {
        return integer("interval");
    }

    /** How many, 0 for endless. */
    public int getCount() {
        return integer("count");
    }

    /** {@code ddMMyyyy}. */
    public String getChargeNextDate() {
        return text("chargeNextDate");
    }

    /** {@code ddMM}. */
    public String getChargeOnDate() {
        return text("chargeOnDate");
    }
}
