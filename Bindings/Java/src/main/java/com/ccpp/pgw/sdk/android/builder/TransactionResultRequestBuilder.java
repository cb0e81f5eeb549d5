package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentRequest;
import com.ccpp.pgw.sdk.android.model.api.TransactionResultRequest;

/** Builds a {@link TransactionResultRequest}. */
public final class TransactionResultRequestBuilder {
    private final TransactionResultRequest request;

    /** @param paymentToken what the merchant's backend minted */
    public TransactionResultRequestBuilder(String paymentToken) {
        request = new TransactionResultRequest(paymentToken);
    }

    /** The installation; the SDK's own where empty. */
    public TransactionResultRequestBuilder clientId(String clientId) {
        request.setClientId(clientId);
        return this;
    }

    /** Language of the answer, ISO 639; the SDK's where empty. */
    public TransactionResultRequestBuilder locale(String locale) {
        request.setLocale(locale);
        return this;
    }

    /** What is paid with. */
    public TransactionResultRequestBuilder with(PaymentRequest payment) {
        request.setPayment(payment);
        return this;
    }

    public TransactionResultRequest build() {
        return request;
    }
}
