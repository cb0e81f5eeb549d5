package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays in a bank's app. */
public final class DeepLinkPaymentBuilder extends AgentPaymentBuilder<DeepLinkPaymentBuilder> {
    public DeepLinkPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public DeepLinkPaymentBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    DeepLinkPaymentBuilder self() {
        return this;
    }
}
