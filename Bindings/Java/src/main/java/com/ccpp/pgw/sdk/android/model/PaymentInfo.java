package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What a channel says to the payer. */
public final class PaymentInfo extends BaseModel {
    public PaymentInfo(Map<String, Object> values) {
        super(values);
    }

    public String getTerms() {
        return text("terms");
    }

    public String getPromoUrl() {
        return text("promoUrl");
    }

    public String getLearnMoreUrl() {
        return text("learnMoreUrl");
    }

    public boolean isTermsConsent() {
        return flag("termsConsent");
    }

    public ArrayList<InstallmentPlan> getInstallmentPlans() {
        return list("installmentPlans", InstallmentPlan::new);
    }

    public ArrayList<PaymentCustomData> getPaymentCustomDatas() {
        return list("paymentCustomDatas", PaymentCustomData::new);
    }

    public PaymentProvider getPaymentProvider() {
        return part("paymentProvider", PaymentProvider::new);
    }
}
