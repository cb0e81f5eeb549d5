package com.ccpp.pgw.sdk.android.builder;

import com.ccpp.pgw.sdk.android.model.UserAddress;
import com.ccpp.pgw.sdk.android.model.UserBillingAddress;
import com.ccpp.pgw.sdk.android.model.UserShippingAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a {@link UserAddress}. */
public final class UserAddressBuilder {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public UserAddressBuilder userBillingAddress(UserBillingAddress address) {
        values.put("userBillingAddress", address.values());
        return this;
    }

    public UserAddressBuilder userShippingAddress(UserShippingAddress address) {
        values.put("userShippingAddress", address.values());
        return this;
    }

    public UserAddress build() {
        return new UserAddress(values);
    }
}
