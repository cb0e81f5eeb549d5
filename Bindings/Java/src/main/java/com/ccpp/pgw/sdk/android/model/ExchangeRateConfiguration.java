package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** Which kinds of conversion are offered. */
public final class ExchangeRateConfiguration extends BaseModel {
    public ExchangeRateConfiguration(Map<String, Object> values) {
        super(values);
    }

    public CurrencyConversion getMultipleCurrencyPricing() {
        return part("multipleCurrencyPricing", CurrencyConversion::new);
    }

    public CurrencyConversion getDynamicCurrencyConversion() {
        return part("dynamicCurrencyConversion", CurrencyConversion::new);
    }

    public CurrencyConversion getAlternativePaymentMethodMultipleCurrencyConversion() {
        return part("alternativePaymentMethodMultipleCurrencyConversion", CurrencyConversion::new);
    }
}
