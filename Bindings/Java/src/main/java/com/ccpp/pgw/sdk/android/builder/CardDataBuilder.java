package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** What payments with a card's data can say. */
public abstract class CardDataBuilder<Self extends CardDataBuilder<Self>> extends PaymentBuilder<Self> {
    CardDataBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    /** 1 to 12. */
    public Self expiryMonth(int expiryMonth) {
        return say("expiryMonth", expiryMonth);
    }

    /** The same as {@link #expiryMonth}, as SDK 4.4 spells it. */
    public Self setExpiryMonth(int expiryMonth) {
        return expiryMonth(expiryMonth);
    }

    /** Four digits. */
    public Self expiryYear(int expiryYear) {
        return say("expiryYear", expiryYear);
    }

    /** The same as {@link #expiryYear}, as SDK 4.4 spells it. */
    public Self setExpiryYear(int expiryYear) {
        return expiryYear(expiryYear);
    }

    /** The three or four digits on the card. */
    public Self securityCode(String securityCode) {
        return say("securityCode", securityCode);
    }

    /** The same as {@link #securityCode}, as SDK 4.4 spells it. */
    public Self setSecurityCode(String securityCode) {
        return securityCode(securityCode);
    }
}
