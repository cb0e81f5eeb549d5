package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a session allows. */
public final class ConfigurationInfo extends BaseModel {
    public ConfigurationInfo(Map<String, Object> values) {
        super(values);
    }

    public PaymentConfiguration getPayment() {
        return part("payment", PaymentConfiguration::new);
    }

    public PaymentNotification getNotification() {
        return part("notification", PaymentNotification::new);
    }
}
