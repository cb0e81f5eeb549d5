package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

// Written by Scripts/bindings.

/** Shares a result. */
public final class PaymentNotificationRequest extends SessionRequest {
    private String platform = "";
    private String recipientId = "";
    private String recipientName = "";

    /** @param paymentToken what the merchant's backend minted */
    public PaymentNotificationRequest(String paymentToken) {
        super(paymentToken);
    }

    /** {@code PaymentNotificationPlatformCode}. */
    public String getPlatform() {
        return platform;
    }

    public void setPlatform(String platform) {
        this.platform = platform == null ? "" : platform;
    }

    /** An e-mail address, or the name in the messenger. */
    public String getRecipientId() {
        return recipientId;
    }

    public void setRecipientId(String recipientId) {
        this.recipientId = recipientId == null ? "" : recipientId;
    }

    public String getRecipientName() {
        return recipientName;
    }

    public void setRecipientName(String recipientName) {
        this.recipientName = recipientName == null ? "" : recipientName;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        values.put("platform", platform);
        values.put("recipientId", recipientId);
        values.put("recipientName", recipientName);
        return values;
    }
}
