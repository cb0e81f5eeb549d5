package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.LinkedHashMap;
import java.util.Map;

// Written by Scripts/bindings.

/** Which channel a payment takes. */
public final class PaymentCode extends BaseModel {
    /** @param channelCode {@code CC} for cards */
    public PaymentCode(String channelCode) {
        this(channelCode, "", "");
    }

    public PaymentCode(String channelCode, String agentCode, String agentChannelCode) {
        this(values(channelCode, agentCode, agentChannelCode));
    }

    private static Map<String, Object> values(String channelCode, String agentCode, String agentChannelCode) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("channelCode", channelCode == null ? "" : channelCode);
        values.put("agentCode", agentCode == null ? "" : agentCode);
        values.put("agentChannelCode", agentChannelCode == null ? "" : agentChannelCode);
        return values;
    }

    public PaymentCode(Map<String, Object> values) {
        super(values);
    }

    /** {@code CC} for cards. */
    public String getChannelCode() {
        return text("channelCode");
    }

    public String getAgentCode() {
        return text("agentCode");
    }

    public String getAgentChannelCode() {
        return text("agentChannelCode");
    }
}
