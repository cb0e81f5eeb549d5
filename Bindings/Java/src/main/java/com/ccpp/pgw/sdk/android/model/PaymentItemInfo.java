package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** One thing in the basket. */
public final class PaymentItemInfo extends BaseModel {
    public PaymentItemInfo(Map<String, Object> values) {
        super(values);
    }

    public String getCode() {
        return text("code");
    }

    public String getName() {
        return text("name");
    }

    public int getQuantity() {
        return integer("quantity");
    }

    /** Of one, in major units. */
    public double getPrice() {
        return number("price");
    }
}
