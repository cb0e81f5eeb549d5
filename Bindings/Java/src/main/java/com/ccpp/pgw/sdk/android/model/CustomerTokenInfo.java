package com.ccpp.pgw.sdk.android.model;

import java.util.Map;

/** One stored card or wallet. */
public final class CustomerTokenInfo {
    private final Map<String, String> values;

    /** @param values each by the name of version 4.3 of the protocol; what is missing is empty */
    public CustomerTokenInfo(Map<String, String> values) {
        this.values = values;
    }

    private String value(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }

    /** {@code CC} for a card, the wallet's code otherwise. */
    public String getChannelCode() {
        return value("channelCode");
    }

    /** The customer token. */
    public String getToken() {
        return value("token");
    }

    /** Masked: {@code 411111XXXXXX1111}. */
    public String getAccountNo() {
        return value("accountNo");
    }

    /** {@code 2027-05-31} for a card that expires soon, {@code XXXX-XX-XX} for an available one, empty for an expired one. */
    public String getExpiry() {
        return value("expiry");
    }

    /** The holder's name. */
    public String getName() {
        return value("name");
    }

    /** Masked: {@code d***y@g**l.com}. */
    public String getEmail() {
        return value("email");
    }

    /** {@code A} for available, {@code EX} for expires within six months, {@code ED} for expired. */
    public String getStatus() {
        return value("status");
    }

    /** A small picture of the scheme. */
    public String getIconUrl() {
        return value("iconUrl");
    }

    /** A large picture of the scheme. */
    public String getLogoUrl() {
        return value("logoUrl");
    }

    /** Scheme, for example {@code VISA}. */
    public String getCardBrand() {
        return value("cardBrand");
    }
}
