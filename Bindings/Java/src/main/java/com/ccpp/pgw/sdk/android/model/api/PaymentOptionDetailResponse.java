package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.ConfigurationInfo;
import com.ccpp.pgw.sdk.android.model.PaymentChannel;
import com.ccpp.pgw.sdk.android.model.PaymentOptionValidation;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** The channels of a group, and what each asks for. */
public final class PaymentOptionDetailResponse extends BaseResponse {
    public PaymentOptionDetailResponse(Map<String, Object> values) {
        super(values);
    }

    public int getTotalChannel() {
        return integer("totalChannel");
    }

    public String getName() {
        return text("name");
    }

    public String getCategoryCode() {
        return text("categoryCode");
    }

    public String getGroupCode() {
        return text("groupCode");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    public PaymentOptionValidation getValidation() {
        return part("validation", PaymentOptionValidation::new);
    }

    public ArrayList<PaymentChannel> getChannels() {
        return list("channels", PaymentChannel::new);
    }

    public ConfigurationInfo getConfigurationInfo() {
        return part("configurationInfo", ConfigurationInfo::new);
    }
}
