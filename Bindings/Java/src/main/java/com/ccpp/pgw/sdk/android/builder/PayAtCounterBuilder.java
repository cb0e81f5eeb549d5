package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays in cash, at a counter. */
public final class PayAtCounterBuilder extends AgentPaymentBuilder<PayAtCounterBuilder> {
    public PayAtCounterBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public PayAtCounterBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    PayAtCounterBuilder self() {
        return this;
    }
}
