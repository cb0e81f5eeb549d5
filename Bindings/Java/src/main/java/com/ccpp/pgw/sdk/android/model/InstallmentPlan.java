package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** One way to pay in parts. */
public final class InstallmentPlan extends BaseModel {
    public InstallmentPlan(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    /** Months. */
    public int getPeriod() {
        return integer("period");
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

    /** In major units. */
    public double getMonthlyInterest() {
        return number("monthlyInterest");
    }

    /** ISO 4217, three letters. */
    public String getCurrencyCode() {
        return text("currencyCode");
    }

    public String getLabel() {
        return text("label");
    }

    public String getTerms() {
        return text("terms");
    }

    /** Months. */
    public int getPayLaterPeriod() {
        return integer("payLaterPeriod");
    }
}
