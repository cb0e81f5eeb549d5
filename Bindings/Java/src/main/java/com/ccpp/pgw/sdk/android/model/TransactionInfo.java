package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What is to be paid. */
public final class TransactionInfo extends BaseModel {
    public TransactionInfo(Map<String, Object> values) {
        super(values);
    }

    /** In major units, with the currency's decimals: {@code 1000.00}. */
    public String getAmount() {
        return text("amount");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }

    public String getInvoiceNo() {
        return text("invoiceNo");
    }

    public String getProductDescription() {
        return text("productDescription");
    }

    /** {@code yyyyMMddHHmmss}, in the merchant's time zone. */
    public String getDateTime() {
        return text("dateTime");
    }

    /** Whether a screen offers other currencies. */
    public boolean isShowFxRate() {
        return flag("showFxRate");
    }

    public RecurringInfo getRecurring() {
        return part("recurring", RecurringInfo::new);
    }

    public ArrayList<PaymentItemInfo> getPaymentItemInfos() {
        return list("paymentItemInfos", PaymentItemInfo::new);
    }
}
