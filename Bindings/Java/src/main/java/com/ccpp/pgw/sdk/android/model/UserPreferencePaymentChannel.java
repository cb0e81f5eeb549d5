package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** A channel the payer used before. */
public final class UserPreferencePaymentChannel extends BaseModel {
    public UserPreferencePaymentChannel(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
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

    public String getChannelCode() {
        return text("channelCode");
    }

    public String getAgentCode() {
        return text("agentCode");
    }

    public String getAgentChannelCode() {
        return text("agentChannelCode");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    public String getLogoUrl() {
        return text("logoUrl");
    }
}
