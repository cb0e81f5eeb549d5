package com.ccpp.pgw.sdk.android.model;

/** {@link CustomerTokenInfo}, as SDK 4.1 to 4.4 had it. */
public final class CardTokenInfo {
    private final CustomerTokenInfo token;

    public CardTokenInfo(CustomerTokenInfo token) {
        this.token = token;
    }

    /** The customer token. */
    public String getToken() {
        return token.getToken();
    }

    /** Masked: {@code 411111XXXXXX1111}. */
    public String getCardNo() {
        return token.getAccountNo();
    }

    /** {@code 02/27} for a card that expires soon, {@code XX/XX} for an available one, empty for an expired one. */
    public String getExpiryDate() {
        return token.getExpiry().replaceFirst("^\\w\\w(\\w\\w)-(\\w\\w)-\\w\\w$", "$2/$1");
    }

    /** The holder's name. */
    public String getName() {
        return token.getName();
    }

    /** Masked: {@code d***y@g**l.com}. */
    public String getEmail() {
        return token.getEmail();
    }

    /** {@code A}, {@code EX} or {@code ED}. */
    public String getStatus() {
        return token.getStatus();
    }

    /** A small picture of the scheme. */
    public String getIconUrl() {
        return token.getIconUrl();
    }

    /** A large picture of the scheme. */
    public String getLogoUrl() {
        return token.getLogoUrl();
    }
}
