package com.ccpp.pgw.sdk.android.model.core;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every request can say about the app. */
public class BaseRequest {
    private String clientId = "";
    private String locale = "";

    protected BaseRequest() {}

    /** The installation; the SDK's own where empty. */
    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId == null ? "" : clientId;
    }

    /** Language of the answer, ISO 639; the SDK's where empty. */
    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale == null ? "" : locale;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("clientId", clientId);
        values.put("locale", locale);
        return values;
    }
}
