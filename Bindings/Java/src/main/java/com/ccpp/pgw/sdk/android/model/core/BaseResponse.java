package com.ccpp.pgw.sdk.android.model.core;

import java.util.Map;

/** An answer of the gateway: it ends in a code. */
public abstract class BaseResponse extends BaseModel {
    protected BaseResponse(Map<String, Object> values) {
        super(values);
    }

    /** {@link com.ccpp.pgw.sdk.android.enums.APIResponseCode#APISuccess}, what is next, or why the gateway refused. */
    public String getResponseCode() {
        return text("responseCode");
    }

    /** The code in the gateway's words. */
    public String getResponseDescription() {
        return text("responseDescription");
    }
}
