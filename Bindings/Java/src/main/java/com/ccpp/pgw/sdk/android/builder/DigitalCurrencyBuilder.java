package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays with a currency of a chain. */
public final class DigitalCurrencyBuilder extends PaymentBuilder<DigitalCurrencyBuilder> {
    public DigitalCurrencyBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    @Override
    DigitalCurrencyBuilder self() {
        return this;
    }
}
