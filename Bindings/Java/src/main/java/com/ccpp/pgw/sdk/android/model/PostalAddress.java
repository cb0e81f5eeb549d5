package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** A postal address. */
public final class PostalAddress extends BaseModel {
    public PostalAddress(Map<String, Object> values) {
        super(values);
    }

    public String getAddress1() {
        return text("address1");
    }

    public String getAddress2() {
        return text("address2");
    }

    public String getAddress3() {
        return text("address3");
    }

    public String getCity() {
        return text("city");
    }

    public String getState() {
        return text("state");
    }

    public String getPostalCode() {
        return text("postalCode");
    }

    /** ISO 3166, two letters. */
    public String getCountryCode() {
        return text("countryCode");
    }
}
