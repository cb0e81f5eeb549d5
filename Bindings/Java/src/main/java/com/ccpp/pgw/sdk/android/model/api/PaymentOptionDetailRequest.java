package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

// Written by Scripts/bindings.

/** Asks for the channels of a group. */
public final class PaymentOptionDetailRequest extends SessionRequest {
    private String categoryCode = "";
    private String groupCode = "";

    /** @param paymentToken what the merchant's backend minted */
    public PaymentOptionDetailRequest(String paymentToken) {
        super(paymentToken);
    }

    /** {@code PaymentChannelCode/Category}. */
    public String getCategoryCode() {
        return categoryCode;
    }

    public void setCategoryCode(String categoryCode) {
        this.categoryCode = categoryCode == null ? "" : categoryCode;
    }

    /** {@code PaymentChannelCode/Group}. */
    public String getGroupCode() {
        return groupCode;
    }

    public void setGroupCode(String groupCode) {
        this.groupCode = groupCode == null ? "" : groupCode;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("categoryCode", categoryCode);
        values.put("groupCode", groupCode);
        return values;
    }
}
