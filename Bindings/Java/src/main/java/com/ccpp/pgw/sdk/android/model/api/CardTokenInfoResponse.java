package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.enums.APIResponseCode;
import com.ccpp.pgw.sdk.android.model.CardTokenInfo;
import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import java.util.ArrayList;

/** {@link CustomerTokenInfoResponse}, as SDK 4.1 to 4.4 had it. */
public final class CardTokenInfoResponse {
    private final CustomerTokenInfoResponse response;

    public CardTokenInfoResponse(CustomerTokenInfoResponse response) {
        this.response = response;
    }

    /** {@link APIResponseCode#APISuccess}, or why the gateway refused. */
    public String getResponseCode() {
        return response.getResponseCode();
    }

    /** The code in the gateway's words. */
    public String getResponseDescription() {
        return response.getResponseDescription();
    }

    /** The session's payment token; empty on a refusal. */
    public String getPaymentToken() {
        return response.getPaymentToken();
    }

    /** In the order the session registered them; {@code null} on a refusal. */
    public ArrayList<CardTokenInfo> getCardTokens() {
        if (!getResponseCode().equals(APIResponseCode.APISuccess)) return null;
        ArrayList<CardTokenInfo> cards = new ArrayList<>();
        for (CustomerTokenInfo token : response.getCustomerTokens()) cards.add(new CardTokenInfo(token));
        return cards;
    }
}
