package com.ccpp.pgw.sdk.android.model.core;

import com.ccpp.pgw.sdk.android.core.Platform;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import java.util.concurrent.Executor;

/** How the SDK is set up. A builder makes it. */
public final class PGWSDKParams {
    private final Platform platform;
    private final APIEnvironment apiEnvironment;
    private final String gateway;
    private final String clientId;
    private final String locale;
    private final boolean log;
    private final Executor callbackExecutor;

    public PGWSDKParams(
            Platform platform, APIEnvironment apiEnvironment, String gateway, String clientId, String locale, boolean log,
            Executor callbackExecutor) {
        this.platform = platform;
        this.apiEnvironment = apiEnvironment;
        this.gateway = gateway;
        this.clientId = clientId == null ? "" : clientId;
        this.locale = locale == null ? "" : locale;
        this.log = log;
        this.callbackExecutor = callbackExecutor == null ? platform.callbackExecutor() : callbackExecutor;
    }

    public Platform getPlatform() {
        return platform;
    }

    public APIEnvironment getApiEnvironment() {
        return apiEnvironment;
    }

    /** The address calls go to. */
    public String getGateway() {
        return gateway;
    }

    /** Identifies the installation; empty for the one the SDK makes and keeps. */
    public String getClientId() {
        return clientId;
    }

    /** Language of answers where a request has none, ISO 639; empty for none. */
    public String getLocale() {
        return locale;
    }

    /** Whether each call is written to standard error. A token is never written whole. */
    public boolean isLog() {
        return log;
    }

    /** Where callbacks run. */
    public Executor getCallbackExecutor() {
        return callbackExecutor;
    }
}
