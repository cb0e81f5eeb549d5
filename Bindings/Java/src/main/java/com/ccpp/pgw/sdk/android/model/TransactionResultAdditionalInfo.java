package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a slip or a code to scan is made of. */
public final class TransactionResultAdditionalInfo extends BaseModel {
    public TransactionResultAdditionalInfo(Map<String, Object> values) {
        super(values);
    }

    public String getQrData() {
        return text("qrData");
    }

    public String getBarcodeData() {
        return text("barcodeData");
    }

    /** What the payer names at the counter. */
    public String getReferenceNo() {
        return text("referenceNo");
    }

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    public String getPaymentExpiry() {
        return text("paymentExpiry");
    }
}
