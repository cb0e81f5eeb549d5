package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays with a wallet. */
public final class DigitalPaymentBuilder extends PaymentBuilder<DigitalPaymentBuilder> {
    public DigitalPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public DigitalPaymentBuilder(String channelCode) {
        super(new PaymentCode(channelCode));
    }

    @Override
    DigitalPaymentBuilder self() {
        return this;
    }

    /** An account of a channel other than cards. */
    public DigitalPaymentBuilder accountNo(String accountNo) {
        return say("accountNo", accountNo);
    }

    /** The same as {@link #accountNo}, as SDK 4.4 spells it. */
    public DigitalPaymentBuilder setAccountNo(String accountNo) {
        return accountNo(accountNo);
    }

    /** The wallet's cryptogram. */
    public DigitalPaymentBuilder token(String token) {
        return say("cryptogram", token);
    }

    /** The same as {@link #token}, as SDK 4.4 spells it. */
    public DigitalPaymentBuilder setToken(String token) {
        return token(token);
    }
}
