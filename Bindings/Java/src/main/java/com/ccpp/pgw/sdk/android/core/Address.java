package com.ccpp.pgw.sdk.android.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of a gateway is, as the Swift SDK has it, to which it is held by the same vectors. */
final class Address {
    /** For whoever wrote another. */
    static final String RULE = "An address begins with http:// or https:// and a host, and has no user, query or fragment";

    private static final Pattern FORM = Pattern.compile(
            "(?i:https?)://(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\])(?::([0-9]{1,5}))?"
                    + "(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?");

    private Address() {}

    static boolean isGateway(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) return false;
        if (matcher.group(1) == null) return true;
        int port = Integer.parseInt(matcher.group(1));
        return port >= 1 && port <= 65535;
    }
}
