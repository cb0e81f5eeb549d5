package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays by a code to scan. */
public final class QRPaymentBuilder extends PaymentBuilder<QRPaymentBuilder> {
    public QRPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public QRPaymentBuilder(String channelCode) {
        super(new PaymentCode(channelCode));
    }

    @Override
    QRPaymentBuilder self() {
        return this;
    }

    /** {@code RAW}, {@code BASE64} or {@code URL}. */
    public QRPaymentBuilder type(String type) {
        return say("qrType", type);
    }

    /** The same as {@link #type}, as SDK 4.4 spells it. */
    public QRPaymentBuilder setType(String type) {
        return type(type);
    }
}
