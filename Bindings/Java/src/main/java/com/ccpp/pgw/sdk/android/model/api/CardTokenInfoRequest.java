package com.ccpp.pgw.sdk.android.model.api;

/** {@link CustomerTokenInfoRequest}, as SDK 4.1 to 4.4 named it. */
public final class CardTokenInfoRequest extends CustomerTokenInfoRequest {
    /** @param paymentToken what the merchant's backend minted */
    public CardTokenInfoRequest(String paymentToken) {
        super(paymentToken);
    }
}
