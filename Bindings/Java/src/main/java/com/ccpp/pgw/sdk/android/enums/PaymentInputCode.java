package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** Whether a channel asks for something. */
public final class PaymentInputCode {
    public static final String Mandatory = "M";
    public static final String Optional = "O";
    public static final String Ignore = "I";

    private PaymentInputCode() {}
}
