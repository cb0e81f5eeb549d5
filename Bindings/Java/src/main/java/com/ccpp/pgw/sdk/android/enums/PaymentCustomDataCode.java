package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** What a {@code PaymentCustomData} is. */
public final class PaymentCustomDataCode {
    public static final String Text = "T";
    public static final String Image = "I";
    public static final String Url = "U";
    public static final String File = "F";

    private PaymentCustomDataCode() {}
}
