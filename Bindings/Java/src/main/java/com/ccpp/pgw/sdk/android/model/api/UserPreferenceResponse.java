package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.UserPreferenceInfo;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** What is known of the payer's choices. */
public final class UserPreferenceResponse extends BaseResponse {
    public UserPreferenceResponse(Map<String, Object> values) {
        super(values);
    }

    public String getPaymentToken() {
        return text("paymentToken");
    }

    public UserPreferenceInfo getInfo() {
        return part("info", UserPreferenceInfo::new);
    }
}
