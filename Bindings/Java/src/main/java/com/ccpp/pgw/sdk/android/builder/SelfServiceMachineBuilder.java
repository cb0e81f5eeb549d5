package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Pays at a machine. */
public final class SelfServiceMachineBuilder extends AgentPaymentBuilder<SelfServiceMachineBuilder> {
    public SelfServiceMachineBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public SelfServiceMachineBuilder(String channelCode, String agentCode, String agentChannelCode) {
        super(new PaymentCode(channelCode, agentCode, agentChannelCode));
    }

    @Override
    SelfServiceMachineBuilder self() {
        return this;
    }
}
