package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays at one's bank's site. */
public final class InternetBankingBuilder extends AgentPaymentBuilder<InternetBankingBuilder> {
    public InternetBankingBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public InternetBankingBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    InternetBankingBuilder self() {
        return this;
    }
}
