package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** Points, or a voucher. */
public final class LoyaltyPointInfoReward extends BaseModel {
    public LoyaltyPointInfoReward(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    public String getId() {
        return text("id");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }

    public double getTotalPoints() {
        return number("totalPoints");
    }

    public String getLabel() {
        return text("label");
    }

    public double getPoint() {
        return number("point");
    }

    public boolean isForceToSelectReward() {
        return flag("forceToSelectReward");
    }

    public String getName() {
        return text("name");
    }

    /** {@code Credit} or {@code Voucher}. */
    public String getType() {
        return text("type");
    }

    public double getAmount() {
        return number("amount");
    }

    public double getQuantity() {
        return number("quantity");
    }

    public double getPrice() {
        return number("price");
    }
}
