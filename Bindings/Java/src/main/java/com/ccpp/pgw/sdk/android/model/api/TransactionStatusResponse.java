package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.TransactionStatusAdditionalInfo;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** How far a payment is. For the app's screen: the proof of a payment is the backend's inquiry. */
public final class TransactionStatusResponse extends BaseResponse {
    public TransactionStatusResponse(Map<String, Object> values) {
        super(values);
    }

    public String getChannelCode() {
        return text("channelCode");
    }

    /** With {@code 2000} alone. */
    public String getInvoiceNo() {
        return text("invoiceNo");
    }

    /** Language of the payment session, ISO 639. */
    public String getLocale() {
        return text("locale");
    }

    /** Where the request asked for it. */
    public TransactionStatusAdditionalInfo getAdditionalInfo() {
        return part("additionalInfo", TransactionStatusAdditionalInfo::new);
    }
}
