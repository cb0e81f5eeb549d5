package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** The merchant of a payment. */
public final class MerchantAdditionalInfo extends BaseModel {
    public MerchantAdditionalInfo(Map<String, Object> values) {
        super(values);
    }

    public String getId() {
        return text("id");
    }

    public String getName() {
        return text("name");
    }

    public String getAddress() {
        return text("address");
    }

    public String getEmail() {
        return text("email");
    }

    public String getLogoUrl() {
        return text("logoUrl");
    }

    public String getBannerUrl() {
        return text("bannerUrl");
    }

    /** ISO 3166, two letters. */
    public String getCountryCode() {
        return text("countryCode");
    }

    /** Whether a screen shows more than the name. */
    public boolean isShowDetailInfo() {
        return flag("showDetailInfo");
    }
}
