package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.TransactionResultAdditionalInfo;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** What became of a payment that was begun: finished, or what is next. */
public final class TransactionResultResponse extends BaseResponse {
    public TransactionResultResponse(Map<String, Object> values) {
        super(values);
    }

    /** {@code CC} for a card. */
    public String getChannelCode() {
        return text("channelCode");
    }

    /** With {@code 2000} alone: the payment is finished, which is not to say paid. */
    public String getInvoiceNo() {
        return text("invoiceNo");
    }

    /** What {@code data} of a QR payment is: {@code RAW}, {@code BASE64} or {@code URL}. */
    public String getType() {
        return text("type");
    }

    /** With {@code 1000} to {@code 1005}: an address to open, a slip, or a QR code. */
    public String getData() {
        return text("data");
    }

    /** With {@code 1004}: a web address, where the application cannot be opened. */
    public String getFallbackData() {
        return text("fallbackData");
    }

    /** With {@code 1005}: milliseconds until the code expires. */
    public int getExpiryTimer() {
        return integer("expiryTimer");
    }

    /** With {@code 1005}: the same in words. */
    public String getExpiryDescription() {
        return text("expiryDescription");
    }

    /** With {@code 1003} and {@code 1005}. */
    public TransactionResultAdditionalInfo getAdditionalInfo() {
        return part("additionalInfo", TransactionResultAdditionalInfo::new);
    }
}
