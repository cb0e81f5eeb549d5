package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** What a screen begins with. */
public final class SystemInitialization extends BaseModel {
    public SystemInitialization(Map<String, Object> values) {
        super(values);
    }

    public ArrayList<SystemLocale> getLocales() {
        return list("locales", SystemLocale::new);
    }
}
