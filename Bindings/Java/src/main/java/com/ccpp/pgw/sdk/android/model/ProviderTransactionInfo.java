package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a wallet is asked to pay. */
public final class ProviderTransactionInfo extends BaseModel {
    public ProviderTransactionInfo(Map<String, Object> values) {
        super(values);
    }

    public String getProductDescription() {
        return text("productDescription");
    }

    /** In major units. */
    public double getAmount() {
        return number("amount");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }

    public String getInvoiceNo() {
        return text("invoiceNo");
    }
}
