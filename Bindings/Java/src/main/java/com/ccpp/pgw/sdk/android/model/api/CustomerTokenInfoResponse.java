package com.ccpp.pgw.sdk.android.model.api;

import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import java.util.ArrayList;
import java.util.List;

/** The stored cards of a payment session, or the gateway's refusal. */
public final class CustomerTokenInfoResponse {
    private final String responseCode;
    private final String responseDescription;
    private final String paymentToken;
    private final ArrayList<CustomerTokenInfo> customerTokens;

    public CustomerTokenInfoResponse(
            String responseCode, String responseDescription, String paymentToken, List<CustomerTokenInfo> customerTokens) {
        this.responseCode = responseCode;
        this.responseDescription = responseDescription;
        this.paymentToken = paymentToken;
        this.customerTokens = new ArrayList<>(customerTokens);
    }

    /** {@link com.ccpp.pgw.sdk.android.enums.APIResponseCode#APISuccess}, or why the gateway refused. */
    public String getResponseCode() {
        return responseCode;
    }

    /** The code in the gateway's words. */
    public String getResponseDescription() {
        return responseDescription;
    }

    /** The session's payment token; empty on a refusal. */
    public String getPaymentToken() {
        return paymentToken;
    }

    /** In the order the session registered them; empty on a refusal. */
    public ArrayList<CustomerTokenInfo> getCustomerTokens() {
        return new ArrayList<>(customerTokens);
    }
}
