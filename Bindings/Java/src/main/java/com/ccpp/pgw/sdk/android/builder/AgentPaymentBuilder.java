package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** Payments that an agent takes: a bank, a counter, a machine. */
public abstract class AgentPaymentBuilder<Self extends AgentPaymentBuilder<Self>> extends PaymentBuilder<Self> {
    AgentPaymentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }
}
