package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.PaymentRequest;
import com.ccpp.pgw.sdk.android.model.core.SessionRequest;
import java.util.Map;

/** Pays a session. {@link com.ccpp.pgw.sdk.android.builder.TransactionResultRequestBuilder} makes it. */
public final class TransactionResultRequest extends SessionRequest {
    private PaymentRequest payment;

    /** @param paymentToken what the merchant's backend minted */
    public TransactionResultRequest(String paymentToken) {
        super(paymentToken);
    }

    public PaymentRequest getPayment() {
        return payment;
    }

    public void setPayment(PaymentRequest payment) {
        this.payment = payment;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = super.values();
        if (payment != null) values.put("payment", payment.values());
        return values;
    }
}
