package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.core.BaseRequest;

// Written by Scripts/bindings.

/** Asks for the languages of the gateway's pages. It needs no payment token. */
public final class SystemInitializationRequest extends BaseRequest {
}
