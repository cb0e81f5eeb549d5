package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a payment on a channel is made of. */
public final class PaymentContext extends BaseModel {
    public PaymentContext(Map<String, Object> values) {
        super(values);
    }

    public PaymentCode getCode() {
        return part("code", PaymentCode::new);
    }

    public PaymentInput getInput() {
        return part("input", PaymentInput::new);
    }

    public PaymentValidation getValidation() {
        return part("validation", PaymentValidation::new);
    }

    public PaymentInfo getInfo() {
        return part("info", PaymentInfo::new);
    }
}
