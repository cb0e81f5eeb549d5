package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** Whether a payment was cancelled. */
public final class CancelTransactionResponse extends BaseResponse {
    public CancelTransactionResponse(Map<String, Object> values) {
        super(values);
    }

    public String getInvoiceNo() {
        return text("invoiceNo");
    }

    public String getChannelCode() {
        return text("channelCode");
    }
}
