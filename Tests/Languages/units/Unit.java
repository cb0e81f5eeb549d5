// The smallest unit that a sample in Java stands in: Unit GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.enums.APIResponseCode;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import java.util.concurrent.CountDownLatch;

public final class Unit {
    private static final CountDownLatch ANSWERED = new CountDownLatch(1);
    private static String token;

    static void report(String words) {
        System.out.println(words);
        ANSWERED.countDown();
    }

    public static void main(String[] arguments) throws InterruptedException {
        token = arguments[1];
        PGWSDK.initialize(new PGWSDKParamsBuilder(arguments[0]).build());
        sample();
        ANSWERED.await();
    }

    static void sample() {
@SAMPLE@
    }
}
