package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The merchant, as a wallet knows it. */
public final class ProviderMerchantInfo extends BaseModel {
    public ProviderMerchantInfo(Map<String, Object> values) {
        super(values);
    }

    public String getId() {
        return text("id");
    }

    public String getName() {
        return text("name");
    }

    /** ISO 3166, two letters. */
    public String getCountryCode() {
        return text("countryCode");
    }
}
