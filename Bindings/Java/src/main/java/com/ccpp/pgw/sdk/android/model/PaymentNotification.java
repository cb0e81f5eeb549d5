package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** Over which messengers a result may be shared. */
public final class PaymentNotification extends BaseModel {
    public PaymentNotification(Map<String, Object> values) {
        super(values);
    }

    public boolean isFacebook() {
        return flag("facebook");
    }

    public boolean isWhatsApp() {
        return flag("whatsApp");
    }

    public boolean isLine() {
        return flag("line");
    }
}
