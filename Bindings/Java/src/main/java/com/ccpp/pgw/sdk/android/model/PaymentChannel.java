package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** One way to pay. */
public final class PaymentChannel extends BaseModel {
    public PaymentChannel(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    public String getName() {
        return text("name");
    }

    public String getBankShortName() {
        return text("bankShortName");
    }

    /** ISO 4217, three letters each. */
    public ArrayList<String> getCurrencyCodes() {
        return texts("currencyCodes");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }

    public String getLogoUrl() {
        return text("logoUrl");
    }

    /** Whether it is out of service. */
    public boolean isDown() {
        return flag("down");
    }

    public boolean isImmediatePayment() {
        return flag("immediatePayment");
    }

    public boolean isCheckEligibleOption() {
        return flag("checkEligibleOption");
    }

    public String getIppProviderCode() {
        return text("ippProviderCode");
    }

    public String getRegistrationStatus() {
        return text("registrationStatus");
    }

    public String getPartnerMerchantRefID() {
        return text("partnerMerchantRefID");
    }

    public PaymentContext getContext() {
        return part("context", PaymentContext::new);
    }
}
