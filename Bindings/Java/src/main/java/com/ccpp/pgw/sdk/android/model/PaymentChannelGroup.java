package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** A group of channels: {@code CC}. */
public final class PaymentChannelGroup extends BaseModel {
    public PaymentChannelGroup(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    public String getName() {
        return text("name");
    }

    /** {@code PaymentChannelCode.Group} of the SDK. */
    public String getCode() {
        return text("code");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    public String getLogoUrl() {
        return text("logoUrl");
    }

    public boolean isDefault() {
        return flag("default");
    }
}
