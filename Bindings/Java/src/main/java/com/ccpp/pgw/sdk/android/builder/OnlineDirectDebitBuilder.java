package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays from a bank account that is registered. */
public final class OnlineDirectDebitBuilder extends AgentPaymentBuilder<OnlineDirectDebitBuilder> {
    public OnlineDirectDebitBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public OnlineDirectDebitBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    OnlineDirectDebitBuilder self() {
        return this;
    }
}
