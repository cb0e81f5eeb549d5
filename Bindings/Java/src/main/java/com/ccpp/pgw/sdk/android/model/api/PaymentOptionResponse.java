package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.ConfigurationInfo;
import com.ccpp.pgw.sdk.android.model.MerchantInfo;
import com.ccpp.pgw.sdk.android.model.PaymentChannelCategory;
import com.ccpp.pgw.sdk.android.model.PaymentUserInfo;
import com.ccpp.pgw.sdk.android.model.TransactionInfo;
import com.ccpp.pgw.sdk.android.model.core.BaseResponse;
import java.util.ArrayList;
import java.util.Map;

// Written by Scripts/bindings.

/** With what a session can be paid. */
public final class PaymentOptionResponse extends BaseResponse {
    public PaymentOptionResponse(Map<String, Object> values) {
        super(values);
    }

    public String getPaymentToken() {
        return text("paymentToken");
    }

    public MerchantInfo getMerchantInfo() {
        return part("merchantInfo", MerchantInfo::new);
    }

    public TransactionInfo getTransactionInfo() {
        return part("transactionInfo", TransactionInfo::new);
    }

    /** Kinds of payment, each with its groups. */
    public ArrayList<PaymentChannelCategory> getChannels() {
        return list("channels", PaymentChannelCategory::new);
    }

    public PaymentUserInfo getUserInfo() {
        return part("userInfo", PaymentUserInfo::new);
    }

    public ConfigurationInfo getConfigurationInfo() {
        return part("configurationInfo", ConfigurationInfo::new);
    }
}
