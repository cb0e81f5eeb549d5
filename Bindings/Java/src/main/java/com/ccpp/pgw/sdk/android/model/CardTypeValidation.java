package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** How a scheme's numbers begin. */
public final class CardTypeValidation extends BaseModel {
    public CardTypeValidation(Map<String, Object> values) {
        super(values);
    }

    public int getSequenceNo() {
        return integer("sequenceNo");
    }

    /** {@code VISA}. */
    public String getName() {
        return text("name");
    }

    public ArrayList<String> getPrefixes() {
        return texts("prefixes");
    }

    /** Of what has been typed so far. */
    public String getRegex() {
        return text("regex");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }
}
