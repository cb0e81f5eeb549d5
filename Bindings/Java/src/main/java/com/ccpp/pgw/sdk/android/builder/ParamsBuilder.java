package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.core.Platform;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.util.concurrent.Executor;

/** What the builders of Android and of every other JVM have in common. */
public abstract class ParamsBuilder<Self extends ParamsBuilder<Self>> {
    private final Platform platform;
    private final APIEnvironment apiEnvironment;
    private final String gateway;
    private String clientId;
    private String locale;
    private boolean log;
    private Executor callbackExecutor;

    ParamsBuilder(Platform platform, APIEnvironment apiEnvironment, String gateway) {
        this.platform = platform;
        this.apiEnvironment = apiEnvironment;
        // None is no address: the call says so.
        this.gateway = gateway == null ? "" : gateway;
    }

    abstract Self self();

    /** Identifies the installation, for an app that has an identifier of its own. */
    public Self clientId(String clientId) {
        this.clientId = clientId;
        return self();
    }

    /** The same as {@link #clientId}, as SDK 4.4 spells it. */
    public Self setClientId(String clientId) {
        return clientId(clientId);
    }

    /** Language of answers where a request has none, ISO 639: {@code en}, {@code th}. */
    public Self locale(String locale) {
        this.locale = locale;
        return self();
    }

    /** The same as {@link #locale}, as SDK 4.4 spells it. */
    public Self setLocale(String locale) {
        return locale(locale);
    }

    /** Writes each call to standard error. A token is never written whole. */
    public Self log(boolean log) {
        this.log = log;
        return self();
    }

    /** Where callbacks run instead of where the platform runs them. */
    public Self callbackExecutor(Executor executor) {
        this.callbackExecutor = executor;
        return self();
    }

    public PGWSDKParams build() {
        return new PGWSDKParams(platform, apiEnvironment, gateway, clientId, locale, log, callbackExecutor);
    }
}
