package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays later. */
public final class BuyNowPayLaterPaymentBuilder extends PaymentBuilder<BuyNowPayLaterPaymentBuilder> {
    public BuyNowPayLaterPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public BuyNowPayLaterPaymentBuilder(String channelCode) {
        super(new PaymentCode(channelCode));
    }

    @Override
    BuyNowPayLaterPaymentBuilder self() {
        return this;
    }
}
