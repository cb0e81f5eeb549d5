package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What a card's number must be like. */
public final class PaymentOptionValidation extends BaseModel {
    public PaymentOptionValidation(Map<String, Object> values) {
        super(values);
    }

    public CardNoValidation getCardNo() {
        return part("cardNo", CardNoValidation::new);
    }

    public ArrayList<CardTypeValidation> getCardTypes() {
        return list("cardTypes", CardTypeValidation::new);
    }
}
