package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** A language. */
public final class SystemLocale extends BaseModel {
    public SystemLocale(Map<String, Object> values) {
        super(values);
    }

    /** ISO 639: {@code en}, {@code zh-cn}. */
    public String getCode() {
        return text("code");
    }

    /** In the language itself. */
    public String getName() {
        return text("name");
    }

    public String getIconUrl() {
        return text("iconUrl");
    }
}
