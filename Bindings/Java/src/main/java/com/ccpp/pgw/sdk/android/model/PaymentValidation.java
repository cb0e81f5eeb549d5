package com.ccpp.pgw.sdk.android.model;

import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.util.Map;

// Written by Scripts/bindings.

/** What each thing that is asked for must be like: a regular expression of at most 255 characters. */
public final class PaymentValidation extends BaseModel {
    public PaymentValidation(Map<String, Object> values) {
        super(values);
    }

    public String getName() {
        return text("name");
    }

    public String getEmail() {
        return text("email");
    }

    public String getMobileNo() {
        return text("mobileNo");
    }

    public String getCardNo() {
        return text("cardNo");
    }

    public String getExpiryDate() {
        return text("expiryDate");
    }

    public String getSecurityCode() {
        return text("securityCode");
    }

    public String getPin() {
        return text("pin");
    }

    public String getToken() {
        return text("token");
    }

    public String getAccountNo() {
        return text("accountNo");
    }

    public String getBillingAddress1() {
        return text("billingAddress1");
    }

    public String getBillingAddress2() {
        return text("billingAddress2");
    }

    public String getBillingAddress3() {
        return text("billingAddress3");
    }

    public String getBillingCity() {
        return text("billingCity");
    }

    public String getBillingState() {
        return text("billingState");
    }

    public String getBillingPostalCode() {
        return text("billingPostalCode");
    }

    public String getBillingCountryCode() {
        return text("billingCountryCode");
    }

    public String getShippingAddress1() {
        return text("shippingAddress1");
    }

    public String getShippingAddress2() {
        return text("shippingAddress2");
    }

    public String getShippingAddress3() {
        return text("shippingAddress3");
    }

    public String getShippingCity() {
        return text("shippingCity");
    }

    public String getShippingState() {
        return text("shippingState");
    }

    public String getShippingPostalCode() {
        return text("shippingPostalCode");
    }

    public String getShippingCountryCode() {
        return text("shippingCountryCode");
    }

    public PaymentValidationAdditional getAdditional() {
        return part("additional", PaymentValidationAdditional::new);
    }
}
