package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What a card number must be like. */
public final class CardNoValidation extends BaseModel {
    public CardNoValidation(Map<String, Object> values) {
        super(values);
    }

    public ArrayList<String> getPrefixes() {
        return texts("prefixes");
    }

    /** Of the whole number, anchored, at most 255 characters. */
    public String getRegex() {
        return text("regex");
    }

    /** Whether its last digit is that of ISO/IEC 7812. */
    public boolean isLuhn() {
        return flag("luhn");
    }
}
