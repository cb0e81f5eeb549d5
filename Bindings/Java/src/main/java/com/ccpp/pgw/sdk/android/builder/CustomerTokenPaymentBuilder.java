package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays with a stored card of the session. An expiry renews the stored one. */
public final class CustomerTokenPaymentBuilder extends InstallmentBuilder<CustomerTokenPaymentBuilder> {
    public CustomerTokenPaymentBuilder(PaymentCode paymentCode, String token) {
        super(paymentCode);
        say("customerToken", token);
    }

    public CustomerTokenPaymentBuilder(String channelCode, String token) {
        super(new PaymentCode(channelCode));
        say("customerToken", token);
    }

    @Override
    CustomerTokenPaymentBuilder self() {
        return this;
    }
}
