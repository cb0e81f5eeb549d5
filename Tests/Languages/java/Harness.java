import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWException;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.model.CardTokenInfo;
import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CardTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The SDK at the end of a pipe. Each line is a command: initialize GATEWAY | nowhere | ask TOKEN | null | many COUNT TOKEN | throw TOKEN |
 * older TOKEN | request TOKEN CLIENTID LOCALE, each in base64 behind an equals sign. Each is
 * answered by a line: a code, then the answer's texts in base64.
 */
public final class Harness {
    private static String gateway;

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "initialize":
                    gateway = words[1];
                    PGWSDK.initialize(new PGWSDKParamsBuilder(words[1]).clientId("client").locale("th").log(true).build());
                    System.out.println("0");
                    break;
                case "nowhere":
                    PGWSDK.initialize(new PGWSDKParamsBuilder((String) null).clientId("client").build());
                    System.out.println("0");
                    break;
                case "many": System.out.println(many(Integer.parseInt(words[1]), words[2])); break;
                case "executor": System.out.println(executor(words[1], words[2])); break;
                case "throw": System.out.println(thrown(words[1])); break;
                case "older": System.out.println(older(words[1])); break;
                case "request": System.out.println(request(words)); break;
                case "null": System.out.println(ask(null)); break;
                default: System.out.println(ask(new CustomerTokenInfoRequest(words[1]))); break;
            }
        }
    }

    /** Asks with an executor that is of no use, and says how often it was answered. */
    private static String executor(String kind, String token) throws Exception {
        BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
        Executor executor = work -> {
            if (kind.equals("rejects")) throw new RejectedExecutionException();
            if (kind.equals("error")) throw new OutOfMemoryError("unable to create native thread");
            work.run();
        };
        PGWSDK.initialize(new PGWSDKParamsBuilder(gateway).clientId("client").callbackExecutor(executor).build());
        PGWSDK.getInstance().customerTokenInfo(new CustomerTokenInfoRequest(token), new APIResponseCallback<CustomerTokenInfoResponse>() {
            @Override
            public void onResponse(CustomerTokenInfoResponse response) {
                answers.add(0);
                if (kind.equals("throws")) throw new IllegalStateException("of the app");
            }

            @Override
            public void onFailure(Throwable error) {
                answers.add(((PGWException) error).getCode());
            }
        });
        Integer first = answers.poll(60, TimeUnit.SECONDS);
        Integer second = answers.poll(300, TimeUnit.MILLISECONDS);
        return first == null ? "none" : second == null ? first.toString() : "99";
    }

    private static String ask(CustomerTokenInfoRequest request) throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        StringBuffer answer = new StringBuffer();
        PGWSDK.getInstance().customerTokenInfo(request, new APIResponseCallback<CustomerTokenInfoResponse>() {
            @Override
            public void onResponse(CustomerTokenInfoResponse response) {
                answer.append("0 ").append(texts(response));
                latch.countDown();
            }

            @Override
            public void onFailure(Throwable error) {
                answer.append(((PGWException) error).getCode()).append(" ").append(encoded(error.getMessage())).append(" ")
                        .append(encoded(((PGWException) error).getDetail()));
                latch.countDown();
            }
        });
        return latch.await(60, TimeUnit.SECONDS) ? answer.toString() : "none";
    }

    /** As an app of SDK 4.4 asks. */
    private static String older(String token) throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        PGWSDK.getInstance().cardTokenInfo(new CardTokenInfoRequest(token), new APIResponseCallback<CardTokenInfoResponse>() {
            @Override
            public void onResponse(CardTokenInfoResponse response) {
                StringBuilder line = new StringBuilder("0 " + encoded(response.getResponseCode()));
                if (response.getCardTokens() != null) {
                    for (CardTokenInfo card : response.getCardTokens()) {
                        line.append(" ").append(encoded(card.getCardNo() + " " + card.getExpiryDate() + " " + card.getStatus()));
                    }
                }
                answers.add(line.toString());
            }

            @Override
            public void onFailure(Throwable error) {
                answers.add(((PGWException) error).getCode() + "");
            }
        });
        String answer = answers.poll(60, TimeUnit.SECONDS);
        return answer == null ? "none" : answer;
    }

    private static String request(String[] words) throws Exception {
        CustomerTokenInfoRequest request = new CustomerTokenInfoRequest(decoded(words[1]));
        request.setClientId(decoded(words[2]));
        request.setLocale(decoded(words[3]));
        return ask(request);
    }

    private static String decoded(String word) {
        return new String(Base64.getDecoder().decode(word.substring(1)), StandardCharsets.UTF_8);
    }

    private static String many(int count, String token) throws Exception {
        CountDownLatch latch = new CountDownLatch(count);
        AtomicInteger answers = new AtomicInteger();
        for (int index = 0; index < count; index++) {
            PGWSDK.getInstance().customerTokenInfo(new CustomerTokenInfoRequest(token), new APIResponseCallback<CustomerTokenInfoResponse>() {
                @Override
                public void onResponse(CustomerTokenInfoResponse response) {
                    answers.incrementAndGet();
                    latch.countDown();
                }

                @Override
                public void onFailure(Throwable error) {
                    latch.countDown();
                }
            });
        }
        return latch.await(120, TimeUnit.SECONDS) ? answers.toString() : "none";
    }

    /** A callback that throws, and after it one that does not. */
    private static String thrown(String token) throws Exception {
        PGWSDK.getInstance().customerTokenInfo(new CustomerTokenInfoRequest(token), new APIResponseCallback<CustomerTokenInfoResponse>() {
            @Override
            public void onResponse(CustomerTokenInfoResponse response) {
                throw new IllegalStateException("thrown by the app");
            }

            @Override
            public void onFailure(Throwable error) {
                throw new IllegalStateException("thrown by the app");
            }
        });
        return ask(new CustomerTokenInfoRequest(token));
    }

    private static String texts(CustomerTokenInfoResponse response) {
        List<String> texts = new ArrayList<>();
        texts.add(response.getResponseCode());
        texts.add(response.getResponseDescription());
        texts.add(response.getPaymentToken());
        for (CustomerTokenInfo token : response.getCustomerTokens()) {
            texts.add(token.getChannelCode());
            texts.add(token.getToken());
            texts.add(token.getAccountNo());
            texts.add(token.getExpiry());
            texts.add(token.getName());
            texts.add(token.getEmail());
            texts.add(token.getStatus());
            texts.add(token.getIconUrl());
            texts.add(token.getLogoUrl());
            texts.add(token.getCardBrand());
        }
        StringBuilder line = new StringBuilder();
        for (String text : texts) line.append(line.length() == 0 ? "" : " ").append(encoded(text));
        return line.toString();
    }

    private static String encoded(String text) {
        // An empty text is a word, too.
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
