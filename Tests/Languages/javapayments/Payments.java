import com.ccpp.pgw.sdk.android.builder.*;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.enums.PaymentChannelCode;
import com.ccpp.pgw.sdk.android.enums.PaymentNotificationPlatformCode;
import com.ccpp.pgw.sdk.android.enums.QRTypeCode;
import com.ccpp.pgw.sdk.android.model.*;
import com.ccpp.pgw.sdk.android.model.api.*;
import com.ccpp.pgw.sdk.android.model.core.BaseModel;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The typed calls of payments, at the end of a pipe: Payments GATEWAY, then a line for each vector's name. What its getters say is answered as
 * JSON, which is written here, as nothing of the SDK's is to be believed.
 */
public final class Payments {
    private static final String CARD = "4111111111111111";

    public static void main(String[] arguments) throws Exception {
        PGWSDK.initialize(new PGWSDKParamsBuilder(arguments[0]).clientId("client").locale("th").build());
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
            call(line, answers);
            Object answer = answers.poll(60, TimeUnit.SECONDS);
            System.out.println(answer instanceof BaseModel ? json(answer) : "\"" + answer + "\"");
        }
    }

    private static <Response> APIResponseCallback<Response> to(BlockingQueue<Object> answers) {
        return new APIResponseCallback<Response>() {
            @Override
            public void onResponse(Response response) {
                answers.add(response);
            }

            @Override
            public void onFailure(Throwable error) {
                answers.add(error);
            }
        };
    }

    private static void call(String name, BlockingQueue<Object> answers) {
        PGWSDK sdk = PGWSDK.getInstance();
        switch (name) {
            case "options": {
                PaymentOptionRequest request = new PaymentOptionRequest("tok");
                request.setClientId("other");
                request.setLocale("en");
                sdk.paymentOption(request, to(answers));
                break;
            }
            case "a group's channels": {
                PaymentOptionDetailRequest request = new PaymentOptionDetailRequest("tok");
                request.setCategoryCode(PaymentChannelCode.Category.GlobalCardPayment);
                request.setGroupCode(PaymentChannelCode.Group.CreditCard);
                sdk.paymentOptionDetail(request, to(answers));
                break;
            }
            case "a status": {
                TransactionStatusRequest request = new TransactionStatusRequest("tok");
                request.setAdditionalInfo(true);
                sdk.transactionStatus(request, to(answers));
                break;
            }
            case "a short status": sdk.transactionStatus(new TransactionStatusRequest("tok"), to(answers)); break;
            case "no more": sdk.cancelTransaction(new CancelTransactionRequest("tok"), to(answers)); break;
            case "rates": {
                ExchangeRateRequest request = new ExchangeRateRequest("tok");
                request.setBin("411111");
                sdk.exchangeRate(request, to(answers));
                break;
            }
            case "preferences": sdk.userPreference(new UserPreferenceRequest("tok"), to(answers)); break;
            case "languages": sdk.systemInitialization(new SystemInitializationRequest(), to(answers)); break;
            case "a result to share": {
                PaymentNotificationRequest request = new PaymentNotificationRequest("tok");
                request.setPlatform(PaymentNotificationPlatformCode.Email);
                request.setRecipientId("a@example.com");
                request.setRecipientName("A");
                sdk.paymentNotification(request, to(answers));
                break;
            }
            case "worth of points": {
                LoyaltyPointInfoRequest request = new LoyaltyPointInfoRequest("tok");
                request.setProviderId("P");
                sdk.loyaltyPointInfo(request, to(answers));
                break;
            }
            default: sdk.proceedTransaction(new TransactionResultRequestBuilder("tok").with(payment(name)).build(), to(answers));
        }
    }

    private static PaymentRequest payment(String name) {
        PaymentCode card = new PaymentCode("CC");
        switch (name) {
            case "a card": {
                UserBillingAddress billing = new UserBillingAddress();
                billing.setAddress1("1 Road");
                billing.setAddress2("Floor 2");
                billing.setAddress3("x");
                billing.setCity("Bangkok");
                billing.setState("BKK");
                billing.setPostalCode("10110");
                billing.setCountryCode("TH");
                UserShippingAddress shipping = new UserShippingAddress();
                shipping.setCity("Chiang Mai");
                return new CardPaymentBuilder(card, CARD)
                        .expiryMonth(5).setExpiryYear(2039).securityCode("123").setTokenize(true).name("李 \"小龍\"").setEmail("a@example.com")
                        .mobileNo("+66 81 234 5678").bank("A Bank").country("TH").pin("1234").installmentInterestType("M").installmentPeriod(6)
                        .installmentPayLaterPeriod(1).fxRateId("fx1").paymentExpiry("2039-01-01 00:00:00").customerNote("n")
                        .userAddress(new UserAddressBuilder().userBillingAddress(billing).userShippingAddress(shipping).build()).build();
            }
            case "a card that says little": return new CardPaymentBuilder("CC", CARD).tokenize(false).name("").pin(null).build();
            case "a stored card": return new CustomerTokenPaymentBuilder(card, "20052010380915759367").securityCode("123").build();
            case "a cryptogram": return new UniversalPaymentBuilder(new PaymentCode("googlepay")).token("{\"a\":1}").build();
            case "a wallet's token": return new DigitalPaymentBuilder("LINE").token("x").accountNo("0812345678").build();
            case "an agent": return new DeepLinkPaymentBuilder("123", "THSCB", "DEEPLINK").name("A").build();
            case "a code to scan": return new QRPaymentBuilder("PNQR").type(QRTypeCode.URL).build();
            case "another site": return new WebPaymentBuilder("123", "VNABB", "WEBPAY").cardNo(CARD).issuedMonth(12).issuedYear(2021).build();
            case "points": {
                LoyaltyPointReward reward = new LoyaltyPointReward();
                reward.setId("R");
                reward.setQuantity(2);
                LoyaltyPoint points = new LoyaltyPoint();
                points.setProviderId("P");
                points.setAccountNo("1");
                points.setAccountAuthData("s");
                points.setRedeemAmount(1.5);
                points.setRewards(new ArrayList<>(Arrays.asList(reward)));
                return new LoyaltyPointPaymentBuilder(card).cardNo(CARD).loyaltyPoints(Arrays.asList(points)).build();
            }
            default: throw new IllegalArgumentException(name);
        }
    }

    /** What the getters of a value say. */
    private static String json(Object value) throws Exception {
        if (value instanceof String) return quoted((String) value);
        if (value instanceof List) {
            StringBuilder items = new StringBuilder();
            for (Object item : (List<?>) value) items.append(items.length() == 0 ? "" : ",").append(json(item));
            return "[" + items + "]";
        }
        if (!(value instanceof BaseModel)) return String.valueOf(value);
        StringBuilder members = new StringBuilder();
        for (Method method : value.getClass().getMethods()) {
            String name = method.getName().replaceFirst("^(get|is)", "");
            if (name.equals(method.getName()) || method.getParameterCount() > 0 || name.equals("Class")) continue;
            String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            members.append(members.length() == 0 ? "" : ",").append(quoted(member)).append(":").append(json(method.invoke(value)));
        }
        return "{" + members + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
