package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** Where a result is shared. */
public final class PaymentNotificationPlatformCode {
    public static final String Facebook = "FACEBOOK";
    public static final String WhatsApp = "WHATSAPP";
    public static final String WeChat = "WECHAT";
    public static final String Line = "LINE";
    public static final String Email = "EMAIL";

    private PaymentNotificationPlatformCode() {}
}
