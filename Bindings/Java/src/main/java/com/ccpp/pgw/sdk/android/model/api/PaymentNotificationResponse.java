package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** Whether a result was sent to the payer's friend or mailbox. */
public final class PaymentNotificationResponse extends BaseResponse {
    public PaymentNotificationResponse(Map<String, Object> values) {
        super(values);
    }
}
