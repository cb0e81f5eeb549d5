package com.ccpp.pgw.sdk.android.core;

import java.util.Locale;

/**
 * What the address of a gateway is, as the Swift SDK has it, to which it is held by the same vectors: by its characters, as libraries differ
 * in what they take for an address.
 */
final class Address {
    /** For whoever wrote another. */
    static final String RULE = "An address begins with http:// or https:// and a host, and has no user, query or fragment";

    private Address() {}

    static boolean isGateway(String text) {
        String lower = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
        int begin = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (begin < 0) return false;
        int slash = text.indexOf('/', begin);
        int end = slash < 0 ? text.length() : slash;
        return isAuthority(text.substring(begin, end)) && isPath(text.substring(end));
    }

    private static boolean isAuthority(String text) {
        int colon = text.indexOf(':', text.startsWith("[") ? Math.max(0, text.indexOf(']')) : 0);
        String host = colon < 0 ? text : text.substring(0, colon);
        return (colon < 0 || isPort(text.substring(colon + 1))) && isHost(host);
    }

    private static boolean isPort(String text) {
        if (!text.matches("[0-9]{1,5}")) return false;
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535;
    }

    private static boolean isHost(String text) {
        if (text.startsWith("[")) return text.length() < 64 && text.matches("\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\]");
        return !text.isEmpty() && text.length() <= 255 && consists(text, "._~-");
    }

    /** Segments of RFC 3986 §3.3, none of which is one or two dots: libraries take those away, or do not. */
    private static boolean isPath(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || Character.digit(text.charAt(at + 1), 16) < 0 || Character.digit(text.charAt(at + 2), 16) < 0) {
                return false;
            }
        }
        for (String segment : text.split("/")) {
            if (segment.equals(".") || segment.equals("..")) return false;
        }
        return consists(text, "._~!$&'()*+,;=:@/-%");
    }

    private static boolean consists(String text, String signs) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isPlain = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
            if (!isPlain && signs.indexOf(letter) < 0) return false;
        }
        return true;
    }
}
