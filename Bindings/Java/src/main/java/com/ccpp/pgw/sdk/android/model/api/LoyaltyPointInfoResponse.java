package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.LoyaltyPointInfoReward;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What a payer's points are worth. */
public final class LoyaltyPointInfoResponse extends BaseResponse {
    public LoyaltyPointInfoResponse(Map<String, Object> values) {
        super(values);
    }

    public String getPaymentToken() {
        return text("paymentToken");
    }

    public String getProviderId() {
        return text("providerId");
    }

    public String getProviderName() {
        return text("providerName");
    }

    public String getReferenceId() {
        return text("referenceId");
    }

    /** {@code BANK} or {@code INDIVIDUAL}. */
    public String getProviderType() {
        return text("providerType");
    }

    public String getTerms() {
        return text("terms");
    }

    public ArrayList<LoyaltyPointInfoReward> getRewards() {
        return list("rewards", LoyaltyPointInfoReward::new);
    }
}
