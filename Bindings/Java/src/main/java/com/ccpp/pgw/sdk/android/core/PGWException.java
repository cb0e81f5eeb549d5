package com.ccpp.pgw.sdk.android.core;

/** What kept a call from being answered. A refusal by the gateway is none: it arrives as a response. */
public final class PGWException extends Exception {
    private static final long serialVersionUID = 1;

    /** {@code PGWSDK.initialize} was not called. */
    public static final int NOT_INITIALISED = 1;
    /** The request is {@code null}. */
    public static final int REQUEST_MISSING = 2;
    /** The gateway answered nothing. */
    public static final int EMPTY_RESPONSE = 3;
    /** The answer is not JSON, or not an answer of the protocol. */
    public static final int UNREADABLE_RESPONSE = 4;
    /** No connection to the gateway. */
    public static final int UNREACHABLE = 5;
    /** The gateway did not answer in time. */
    public static final int TIMED_OUT = 6;
    /** TLS failed: an untrusted, expired or foreign certificate. */
    public static final int INSECURE = 7;
    /** The connection broke in the middle. */
    public static final int TRANSPORT_FAILED = 9;
    /** The request is not JSON of its shape; only hosts that hand over JSON see it. */
    public static final int MALFORMED_REQUEST = 10;

    private final int code;
    private final String detail;

    PGWException(int code, String detail) {
        super(text(code));
        this.code = code;
        // Some of it may be a server's words: a terminal and a log take a line for what it is.
        this.detail = detail.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
    }

    /** The kind of failure. Numbers never change, and are those of every language. */
    public int getCode() {
        return code;
    }

    /** More than the message says, for a developer. Holds no token; may be empty. */
    public String getDetail() {
        return detail;
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? getMessage() : getMessage() + " " + detail;
    }

    private static String text(int code) {
        switch (code) {
            case NOT_INITIALISED: return "Call initialize before any other call.";
            case REQUEST_MISSING: return "The request is missing.";
            case EMPTY_RESPONSE: return "The payment gateway sent an empty response.";
            case UNREADABLE_RESPONSE: return "The payment gateway sent a response that cannot be read.";
            case UNREACHABLE: return "The payment gateway cannot be reached.";
            case TIMED_OUT: return "The payment gateway did not answer in time.";
            case INSECURE: return "A secure connection to the payment gateway cannot be made.";
            case MALFORMED_REQUEST: return "The request cannot be read.";
            default: return "The connection to the payment gateway broke.";
        }
    }
}
