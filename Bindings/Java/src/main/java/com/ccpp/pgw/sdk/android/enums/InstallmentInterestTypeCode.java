package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** Who pays the interest of instalments. */
public final class InstallmentInterestTypeCode {
    public static final String Customer = "C";
    public static final String Merchant = "M";

    private InstallmentInterestTypeCode() {}
}
