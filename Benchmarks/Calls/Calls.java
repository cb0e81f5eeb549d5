// Calls one after the other of the Java port: Calls GATEWAY PAYMENTTOKEN COUNT. Prints microseconds a call.

import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.enums.APIResponseCode;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import java.util.concurrent.Semaphore;

public final class Calls {
    public static void main(String[] arguments) throws InterruptedException {
        PGWSDK.initialize(new PGWSDKParamsBuilder(arguments[0]).build());
        int calls = Integer.parseInt(arguments[2]);
        Semaphore answered = new Semaphore(0);
        long started = 0;
        // Three times as many go before: a JVM compiles what it runs, for some ten thousand calls.
        for (int call = -3 * calls; call < calls; call++) {
            if (call == 0) started = System.nanoTime();
            CustomerTokenInfoRequest request = new CustomerTokenInfoRequest(arguments[1]);
            PGWSDK.getInstance().customerTokenInfo(request, new APIResponseCallback<CustomerTokenInfoResponse>() {
                @Override
                public void onResponse(CustomerTokenInfoResponse response) {
                    if (!response.getResponseCode().equals(APIResponseCode.APISuccess)) System.exit(1);
                    answered.release();
                }

                @Override
                public void onFailure(Throwable error) {
                    System.exit(1);
                }
            });
            answered.acquire();
        }
        System.out.printf("%.1f%n", (System.nanoTime() - started) / 1000.0 / calls);
        System.exit(0);
    }
}
