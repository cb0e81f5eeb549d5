package com.ccpp.pgw.sdk.android.enums;

/** The gateway the SDK talks to. A gateway of one's own is named by its address instead, to the builder of the parameters. */
public enum APIEnvironment {
    Sandbox("Sandbox", "https://sandbox-pgw.2c2p.com"),
    Production("Production", "https://pgw.2c2p.com"),
    ProductionIndonesia("ProductionIndonesia", "https://pgwid.2c2p.com");

    private final String name;
    private final String gateway;

    APIEnvironment(String name, String gateway) {
        this.name = name;
        this.gateway = gateway;
    }

    public String getName() {
        return name;
    }

    /** The address calls go to. */
    public String getGateway() {
        return gateway;
    }
}
