package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;

// Written by Scripts/bindings.

/** What payments with a card in parts can say. */
public abstract class InstallmentBuilder<Self extends InstallmentBuilder<Self>> extends CardDataBuilder<Self> {
    InstallmentBuilder(PaymentCode paymentCode) {
        super(paymentCode);
    }

    public Self pin(String pin) {
        return say("pin", pin);
    }

    /** The same as {@link #pin}, as SDK 4.4 spells it. */
    public Self setPin(String pin) {
        return pin(pin);
    }

    /** {@code C} customer, {@code M} merchant. */
    public Self installmentInterestType(String installmentInterestType) {
        return say("installmentInterestType", installmentInterestType);
    }

    /** The same as {@link #installmentInterestType}, as SDK 4.4 spells it. */
    public Self setInstallmentInterestType(String installmentInterestType) {
        return installmentInterestType(installmentInterestType);
    }

    /** Months. */
    public Self installmentPeriod(int installmentPeriod) {
        return say("installmentPeriod", installmentPeriod);
    }

    /** The same as {@link #installmentPeriod}, as SDK 4.4 spells it. */
    public Self setInstallmentPeriod(int installmentPeriod) {
        return installmentPeriod(installmentPeriod);
    }

    /** Months. */
    public Self installmentPayLaterPeriod(int installmentPayLaterPeriod) {
        return say("installmentPayLaterPeriod", installmentPayLaterPeriod);
    }

    /** The same as {@link #installmentPayLaterPeriod}, as SDK 4.4 spells it. */
    public Self setInstallmentPayLaterPeriod(int installmentPayLaterPeriod) {
        return installmentPayLaterPeriod(installmentPayLaterPeriod);
    }
}
