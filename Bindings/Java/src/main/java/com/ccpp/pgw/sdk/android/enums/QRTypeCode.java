package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** What a code to scan is sent as. */
public final class QRTypeCode {
    /** What the code says. */
    public static final String RAW = "RAW";
    /** A picture in base64. */
    public static final String BASE64 = "BASE64";
    /** The address of a picture. */
    public static final String URL = "URL";

    private QRTypeCode() {}
}
