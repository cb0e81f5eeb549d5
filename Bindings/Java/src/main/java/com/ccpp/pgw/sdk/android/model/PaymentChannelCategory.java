package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** A kind of payment: {@code GCARD}. */
public final class PaymentChannelCategory extends BaseModel {
    public PaymentChannelCategory(Map<String, Object> values) {
        super(values);
    }

    /** Its place among its like. */
    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    public String getName() {
        return text("name");
    }

    /** {@code PaymentChannelCode.Category} of the SDK. */
    public String getCode() {
        return text("code");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    public String getLogoUrl() {
        return text("logoUrl");
    }

    /** Whether a screen begins with it. */
    public boolean isDefault() {
        return flag("default");
    }

    public ArrayList<PaymentChannelGroup> getGroups() {
        return list("groups", PaymentChannelGroup::new);
    }
}
