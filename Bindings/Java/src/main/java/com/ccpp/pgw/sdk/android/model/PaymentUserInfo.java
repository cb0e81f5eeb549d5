package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What is known of the payer. */
public final class PaymentUserInfo extends BaseModel {
    public PaymentUserInfo(Map<String, Object> values) {
        super(values);
    }

    public UserAddress getUserAddress() {
        return part("userAddress", UserAddress::new);
    }
}
