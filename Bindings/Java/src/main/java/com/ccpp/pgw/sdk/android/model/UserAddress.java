package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The payer's addresses. */
public final class UserAddress extends BaseModel {
    public UserAddress(Map<String, Object> values) {
        super(values);
    }

    public PostalAddress getUserBillingAddress() {
        return part("userBillingAddress", PostalAddress::new);
    }

    public PostalAddress getUserShippingAddress() {
        return part("userShippingAddress", PostalAddress::new);
    }
}
