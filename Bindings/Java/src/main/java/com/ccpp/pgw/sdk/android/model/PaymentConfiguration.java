package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** How a session may be paid. */
public final class PaymentConfiguration extends BaseModel {
    public PaymentConfiguration(Map<String, Object> values) {
        super(values);
    }

    /** Whether a screen asks to remember the card. */
    public boolean isTokenize() {
        return flag("tokenize");
    }

    /** Whether the card is stored and nothing is paid. */
    public boolean isTokenizeOnly() {
        return flag("tokenizeOnly");
    }

    /** Whether stored cards alone may be used. */
    public boolean isCardTokenOnly() {
        return flag("cardTokenOnly");
    }

    /** Whether a screen pays without a further click. */
    public boolean isImmediatePayment() {
        return flag("immediatePayment");
    }

    public ExchangeRateConfiguration getExchangeRate() {
        return part("exchangeRate", ExchangeRateConfiguration::new);
    }
}
