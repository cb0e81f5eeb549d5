package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** How a payment ended, and where its payer goes. */
public final class PaymentResultAdditionalInfo extends BaseModel {
    public PaymentResultAdditionalInfo(Map<String, Object> values) {
        super(values);
    }

    /** {@code 0000} for a payment that was approved. */
    public String getResponseCode() {
        return text("responseCode");
    }

    public String getResponseDescription() {
        return text("responseDescription");
    }

    /** Whether no result is shown before the payer goes back to the shop. */
    public boolean isRedirectImmediately() {
        return flag("redirectImmediately");
    }

    /** Whether the payer goes back without asking to. */
    public boolean isAutoRedirect() {
        return flag("autoRedirect");
    }

    /** Milliseconds until then. */
    public int getAutoRedirectTimer() {
        return integer("autoRedirectTimer");
    }

    public String getFrontendReturnUrl() {
        return text("frontendReturnUrl");
    }

    /** What goes to that address as {@code paymentResponse}. A hint, never proof of payment. */
    public String getFrontendReturnData() {
        return text("frontendReturnData");
    }
}
