package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.LoyaltyPoint;
import com.ccpp.pgw.sdk.android.model.PaymentCode;
import java.util.ArrayList;
import java.util.List;

// Written by Scripts/bindings.

/** Pays with points, and with a card what they do not cover. */
public final class LoyaltyPointPaymentBuilder extends CardDataBuilder<LoyaltyPointPaymentBuilder> {
    public LoyaltyPointPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    @Override
    LoyaltyPointPaymentBuilder self() {
        return this;
    }

    /** 12 to 19 digits; blanks and dashes between them do no harm. */
    public LoyaltyPointPaymentBuilder cardNo(String cardNo) {
        return say("cardNo", cardNo);
    }

    /** The same as {@link #cardNo}, as SDK 4.4 spells it. */
    public LoyaltyPointPaymentBuilder setCardNo(String cardNo) {
        return cardNo(cardNo);
    }

    public LoyaltyPointPaymentBuilder loyaltyPoints(List<LoyaltyPoint> loyaltyPoints) {
        List<Object> values = new ArrayList<>();
        for (LoyaltyPoint point : loyaltyPoints) values.add(point.values());
        return say("loyaltyPoints", values);
    }

    /** The same as {@link #loyaltyPoints}, as SDK 4.4 spells it. */
    public LoyaltyPointPaymentBuilder setLoyaltyPoints(List<LoyaltyPoint> loyaltyPoints) {
        return loyaltyPoints(loyaltyPoints);
    }
}
