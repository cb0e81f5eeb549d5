package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a channel takes beyond the form of its fields. */
public final class PaymentValidationAdditional extends BaseModel {
    public PaymentValidationAdditional(Map<String, Object> values) {
        super(values);
    }

    public CardNoValidation getCardNo() {
        return part("cardNo", CardNoValidation::new);
    }

    public AmountValidation getAmount() {
        return part("amount", AmountValidation::new);
    }
}
