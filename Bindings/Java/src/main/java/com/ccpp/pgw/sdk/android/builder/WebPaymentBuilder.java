package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays on another site. */
public final class WebPaymentBuilder extends CardDataBuilder<WebPaymentBuilder> {
    public WebPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public WebPaymentBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    WebPaymentBuilder self() {
        return this;
    }

    /** 12 to 19 digits; blanks and dashes between them do no harm. */
    public WebPaymentBuilder cardNo(String cardNo) {
        return say("cardNo", cardNo);
    }

    /** The same as {@link #cardNo}, as SDK 4.4 spells it. */
    public WebPaymentBuilder setCardNo(String cardNo) {
        return cardNo(cardNo);
    }

    /** 1 to 12, of a card that says since when it is good. */
    public WebPaymentBuilder issuedMonth(int issuedMonth) {
        return say("issuedMonth", issuedMonth);
    }

    /** The same as {@link #issuedMonth}, as SDK 4.4 spells it. */
    public WebPaymentBuilder setIssuedMonth(int issuedMonth) {
        return issuedMonth(issuedMonth);
    }

    /** Four digits. */
    public WebPaymentBuilder issuedYear(int issuedYear) {
        return say("issuedYear", issuedYear);
    }

    /** The same as {@link #issuedYear}, as SDK 4.4 spells it. */
    public WebPaymentBuilder setIssuedYear(int issuedYear) {
        return issuedYear(issuedYear);
    }
}
