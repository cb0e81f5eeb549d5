package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What was paid, and with what. */
public final class TransactionAdditionalInfo extends BaseModel {
    public TransactionAdditionalInfo(Map<String, Object> values) {
        super(values);
    }

    /** {@code yyyyMMddHHmmss}, in the merchant's time zone. */
    public String getDateTime() {
        return text("dateTime");
    }

    public String getAgentCode() {
        return text("agentCode");
    }

    /** The scheme of a card: {@code VI}. */
    public String getChannelCode() {
        return text("channelCode");
    }

    /** The account, masked: {@code 411111XXXXXX1111}. */
    public String getData() {
        return text("data");
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

    /** Months. */
    public int getInstallmentPeriod() {
        return integer("installmentPeriod");
    }

    /** {@code C} customer, {@code M} merchant. */
    public String getInterestType() {
        return text("interestType");
    }

    /** Per cent. */
    public double getInterestRate() {
        return number("interestRate");
    }

    /** In major units. */
    public double getMonthlyAmount() {
        return number("monthlyAmount");
    }

    /** Months. */
    public int getPayLaterPeriod() {
        return integer("payLaterPeriod");
    }
}
