package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** Something a channel shows: a text, an image, an address or a file, by its type. */
public final class PaymentCustomData extends BaseModel {
    public PaymentCustomData(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    /** {@code T}, {@code I}, {@code U} or {@code F}. */
    public String getType() {
        return text("type");
    }

    public String getData() {
        return text("data");
    }
}
