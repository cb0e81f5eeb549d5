package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the gateway's JSON to the values an app sees. */
final class Answers {
    /** How versions 4.3, 4.2 and 4.1 spell a token: the list's name, then each member's by its name in 4.3. */
    private static final String[][] SHAPES = {
        {"customerToken", "channelCode=channelCode", "token=token", "accountNo=accountNo", "expiry=expiry", "name=name", "email=email",
            "status=status", "iconUrl=iconUrl", "logoUrl=logoUrl", "cardBrand=cardBrand"},
        {"cardTokens", "token=token", "accountNo=cardNo", "expiry=expiryDate", "name=name", "email=email", "status=status",
            "iconUrl=iconUrl", "logoUrl=logoUrl"},
        {"cardTokenDetails", "token=cardToken", "accountNo=pan", "expiry=expiryDate", "name=cardholderName", "email=cardholderEmail",
            "status=status", "iconUrl=iconUrl", "logoUrl=logoUrl"},
    };

    private Answers() {}

    static CustomerTokenInfoResponse customerTokenInfo(Call.Answer answer) throws PGWException {
        String code = code(answer);
        boolean isSuccess = code.equals("0000");
        return new CustomerTokenInfoResponse(
                code, text(answer.object, "respDesc", ""), isSuccess ? text(answer.object, "paymentToken", "") : "",
                isSuccess ? tokens(answer.object) : Collections.<CustomerTokenInfo>emptyList());
    }

    static String code(Call.Answer answer) throws PGWException {
        String code = text(answer.object, "respCode", null);
        if (code == null) {
            throw answer.unreadable("The response has no respCode; is this the address of the call?");
        }
        return code;
    }

    private static List<CustomerTokenInfo> tokens(Map<String, Object> object) {
        List<CustomerTokenInfo> tokens = new ArrayList<>();
        for (String[] shape : SHAPES) {
            if (!(object.get(shape[0]) instanceof List)) continue;
            for (Object entry : (List<?>) object.get(shape[0])) {
                if (!(entry instanceof Map)) continue;
                Map<String, String> values = new LinkedHashMap<>();
                for (int index = 1; index < shape.length; index++) {
                    String[] names = shape[index].split("=");
                    values.put(names[0], text((Map<?, ?>) entry, names[1], ""));
                }
                if (!values.get("token").isEmpty()) tokens.add(new CustomerTokenInfo(values));
            }
            return tokens;
        }
        return tokens;
    }

    private static String text(Map<?, ?> object, String name, String otherwise) {
        Object value = object.get(name);
        return value instanceof String ? (String) value : otherwise;
    }
}
