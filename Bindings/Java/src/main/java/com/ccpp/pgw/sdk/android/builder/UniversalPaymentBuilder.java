package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays on any channel, with whatever it takes. */
public final class UniversalPaymentBuilder extends InstallmentBuilder<UniversalPaymentBuilder> {
    public UniversalPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public UniversalPaymentBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    UniversalPaymentBuilder self() {
        return this;
    }

    /** An account of a channel other than cards. */
    public UniversalPaymentBuilder accountNo(String accountNo) {
        return say("accountNo", accountNo);
    }

    /** The same as {@link #accountNo}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setAccountNo(String accountNo) {
        return accountNo(accountNo);
    }

    /** 12 to 19 digits; blanks and dashes between them do no harm. */
    public UniversalPaymentBuilder cardNo(String cardNo) {
        return say("cardNo", cardNo);
    }

    /** The same as {@link #cardNo}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setCardNo(String cardNo) {
        return cardNo(cardNo);
    }

    /** A stored card; on a channel with cryptograms of its own ({@code APPLEPAY}, {@code GOOGLEPAY}), such a cryptogram. */
    public UniversalPaymentBuilder token(String token) {
        return say("token", token);
    }

    /** The same as {@link #token}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setToken(String token) {
        return token(token);
    }

    /** {@code RAW}, {@code BASE64} or {@code URL}. */
    public UniversalPaymentBuilder qrType(String qrType) {
        return say("qrType", qrType);
    }

    /** The same as {@link #qrType}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setQrType(String qrType) {
        return qrType(qrType);
    }

    /** The issuer's name. */
    public UniversalPaymentBuilder bank(String bank) {
        return say("bank", bank);
    }

    /** The same as {@link #bank}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setBank(String bank) {
        return bank(bank);
    }

    /** The issuer's country, ISO 3166, two letters. */
    public UniversalPaymentBuilder country(String country) {
        return say("country", country);
    }

    /** The same as {@link #country}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setCountry(String country) {
        return country(country);
    }

    /** Whether the card is stored when the payment is approved. */
    public UniversalPaymentBuilder tokenize(boolean tokenize) {
        return say("tokenize", tokenize);
    }

    /** The same as {@link #tokenize}, as SDK 4.4 spells it. */
    public UniversalPaymentBuilder setTokenize(boolean tokenize) {
        return tokenize(tokenize);
    }
}
