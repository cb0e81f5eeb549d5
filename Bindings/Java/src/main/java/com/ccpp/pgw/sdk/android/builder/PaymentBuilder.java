package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.PaymentCode;
import com.ccpp.pgw.sdk.android.model.PaymentRequest;
import com.ccpp.pgw.sdk.android.model.UserAddress;
import java.util.LinkedHashMap;
import java.util.Map;

// Written by Scripts/bindings.

/** What every payment can say. Each call gives the builder back, so that they chain; {@code build()} ends it. */
public abstract class PaymentBuilder<Self extends PaymentBuilder<Self>> {
    private final PaymentCode paymentCode;
    private final Map<String, Object> data = new LinkedHashMap<>();

    PaymentBuilder(PaymentCode paymentCode) {
        this.paymentCode = paymentCode;
    }

    abstract Self self();

    Self say(String name, Object value) {
        data.put(name, value);
        return self();
    }

    public PaymentRequest build() {
        return new PaymentRequest(paymentCode, data);
    }

    /** Of an exchange rate the payer chose. */
    public Self fxRateId(String fxRateId) {
        return say("fxRateId", fxRateId);
    }

    /** The same as {@link #fxRateId}, as SDK 4.4 spells it. */
    public Self setFxRateId(String fxRateId) {
        return fxRateId(fxRateId);
    }

    /** The holder's name. */
    public Self name(String name) {
        return say("name", name);
    }

    /** The same as {@link #name}, as SDK 4.4 spells it. */
    public Self setName(String name) {
        return name(name);
    }

    public Self email(String email) {
        return say("email", email);
    }

    /** The same as {@link #email}, as SDK 4.4 spells it. */
    public Self setEmail(String email) {
        return email(email);
    }

    /** As people write one: {@code +66 81 234 5678}. */
    public Self mobileNo(String mobileNo) {
        return say("mobileNo", mobileNo);
    }

    /** The same as {@link #mobileNo}, as SDK 4.4 spells it. */
    public Self setMobileNo(String mobileNo) {
        return mobileNo(mobileNo);
    }

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    public Self paymentExpiry(String paymentExpiry) {
        return say("paymentExpiry", paymentExpiry);
    }

    /** The same as {@link #paymentExpiry}, as SDK 4.4 spells it. */
    public Self setPaymentExpiry(String paymentExpiry) {
        return paymentExpiry(paymentExpiry);
    }

    public Self customerNote(String customerNote) {
        return say("customerNote", customerNote);
    }

    /** The same as {@link #customerNote}, as SDK 4.4 spells it. */
    public Self setCustomerNote(String customerNote) {
        return customerNote(customerNote);
    }

    /** The payer's addresses. */
    public Self userAddress(UserAddress userAddress) {
        return say("userAddress", userAddress.values());
    }

    /** The same as {@link #userAddress}, as SDK 4.4 spells it. */
    public Self setUserAddress(UserAddress userAddress) {
        return userAddress(userAddress);
    }
}
