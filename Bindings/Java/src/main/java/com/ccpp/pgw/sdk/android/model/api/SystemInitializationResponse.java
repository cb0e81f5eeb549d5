package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.SystemInitialization;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.Map;

// Written by Scripts/bindings.

/** The languages of the gateway's pages. */
public final class SystemInitializationResponse extends BaseResponse {
    public SystemInitializationResponse(Map<String, Object> values) {
        super(values);
    }

    public SystemInitialization getInitialization() {
        return part("initialization", SystemInitialization::new);
    }
}
