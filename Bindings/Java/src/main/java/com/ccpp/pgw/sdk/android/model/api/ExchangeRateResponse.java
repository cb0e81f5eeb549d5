package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.FXRate;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** In which other currencies a session may be paid. */
public final class ExchangeRateResponse extends BaseResponse {
    public ExchangeRateResponse(Map<String, Object> values) {
        super(values);
    }

    public String getPaymentToken() {
        return text("paymentToken");
    }

    public String getProviderCode() {
        return text("providerCode");
    }

    /** Until when the rates hold, in milliseconds since 1970. */
    public long getExpire() {
        return whole("expire");
    }

    public ArrayList<FXRate> getFxRates() {
        return list("fxRates", FXRate::new);
    }
}
