package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays with a card's number. */
public final class CardPaymentBuilder extends InstallmentBuilder<CardPaymentBuilder> {
    public CardPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public CardPaymentBuilder(String channelCode) {
        super(new PaymentCode(channelCode));
    }

    public CardPaymentBuilder(PaymentCode paymentCode, String cardNo) {
        super(paymentCode);
        say("cardNo", cardNo);
    }

    public CardPaymentBuilder(String channelCode, String cardNo) {
        super(new PaymentCode(channelCode));
        say("cardNo", cardNo);
    }

    @Override
    CardPaymentBuilder self() {
        return this;
    }

    /** The issuer's name. */
    public CardPaymentBuilder bank(String bank) {
        return say("bank", bank);
    }

    /** The same as {@link #bank}, as SDK 4.4 spells it. */
    public CardPaymentBuilder setBank(String bank) {
        return bank(bank);
    }

    /** The issuer's country, ISO 3166, two letters. */
    public CardPaymentBuilder country(String country) {
        return say("country", country);
    }

    /** The same as {@link #country}, as SDK 4.4 spells it. */
    public CardPaymentBuilder setCountry(String country) {
        return country(country);
    }

    /** Whether the card is stored when the payment is approved. */
    public CardPaymentBuilder tokenize(boolean tokenize) {
        return say("tokenize", tokenize);
    }

    /** The same as {@link #tokenize}, as SDK 4.4 spells it. */
    public CardPaymentBuilder setTokenize(boolean tokenize) {
        return tokenize(tokenize);
    }
}
