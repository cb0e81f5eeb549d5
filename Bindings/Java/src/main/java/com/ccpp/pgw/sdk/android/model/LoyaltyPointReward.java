package com.ccpp.pgw.sdk.android.model;

import java.util.LinkedHashMap;
import java.util.Map;

// Written by Scripts/bindings.

/** One kind of points. */
public final class LoyaltyPointReward {
    private String id = "";
    private double quantity;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public double getQuantity() {
        return quantity;
    }

    public void setQuantity(double quantity) {
        this.quantity = quantity;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("quantity", quantity);
        return values;
    }
}
