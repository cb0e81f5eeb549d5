package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** The payer, and how they pay. */
public final class UserPreferenceInfo extends BaseModel {
    public UserPreferenceInfo(Map<String, Object> values) {
        super(values);
    }

    public UserPreference getPreference() {
        return part("preference", UserPreference::new);
    }

    /** Channels the payer used before. */
    public ArrayList<UserPreferencePaymentChannel> getChannels() {
        return list("channels", UserPreferencePaymentChannel::new);
    }
}
