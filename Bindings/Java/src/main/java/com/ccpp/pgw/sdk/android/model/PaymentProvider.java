package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What the sheet of a wallet is opened with. */
public final class PaymentProvider extends BaseModel {
    public PaymentProvider(Map<String, Object> values) {
        super(values);
    }

    public String getId() {
        return text("id");
    }

    public ArrayList<String> getChannels() {
        return texts("channels");
    }

    public ProviderMerchantInfo getMerchantInfo() {
        return part("merchantInfo", ProviderMerchantInfo::new);
    }

    public ProviderTransactionInfo getTransactionInfo() {
        return part("transactionInfo", ProviderTransactionInfo::new);
    }

    public String getTerms() {
        return text("terms");
    }

    public boolean isTermsConsent() {
        return flag("termsConsent");
    }
}
