package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What a screen shows of a payment. */
public final class TransactionStatusAdditionalInfo extends BaseModel {
    public TransactionStatusAdditionalInfo(Map<String, Object> values) {
        super(values);
    }

    public MerchantAdditionalInfo getMerchantInfo() {
        return part("merchantInfo", MerchantAdditionalInfo::new);
    }

    public TransactionAdditionalInfo getTransactionInfo() {
        return part("transactionInfo", TransactionAdditionalInfo::new);
    }

    public PaymentResultAdditionalInfo getResultInfo() {
        return part("resultInfo", PaymentResultAdditionalInfo::new);
    }
}
