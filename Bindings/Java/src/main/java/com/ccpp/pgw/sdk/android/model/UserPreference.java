package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The payer. */
public final class UserPreference extends BaseModel {
    public UserPreference(Map<String, Object> values) {
        super(values);
    }

    public String getName() {
        return text("name");
    }

    public String getEmail() {
        return text("email");
    }

    public String getMobileNo() {
        return text("mobileNo");
    }

    /** ISO 3166, two letters. */
    public String getCountryCode() {
        return text("countryCode");
    }

    /** Country calling code, digits alone. */
    public String getMobileNoPrefix() {
        return text("mobileNoPrefix");
    }

    /** ISO 639. */
    public String getLocale() {
        return text("locale");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }
}
