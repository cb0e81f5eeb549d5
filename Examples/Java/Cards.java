// Lists a customer's stored cards from Java: Cards GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.enums.APIResponseCode;
import com.ccpp.pgw.sdk.android.model.CustomerTokenInfo;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import java.util.concurrent.CountDownLatch;

public final class Cards {
    private static int status = 1;

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.out.println("usage: Cards GATEWAY PAYMENTTOKEN");
            System.exit(2);
        }
        PGWSDK.initialize(new PGWSDKParamsBuilder(arguments[0]).build());
        CountDownLatch answered = new CountDownLatch(1);
        CustomerTokenInfoRequest request = new CustomerTokenInfoRequest(arguments[1]);
        PGWSDK.getInstance().customerTokenInfo(request, new APIResponseCallback<CustomerTokenInfoResponse>() {
            @Override
            public void onResponse(CustomerTokenInfoResponse response) {
                if (response.getResponseCode().equals(APIResponseCode.APISuccess)) {
                    for (CustomerTokenInfo card : response.getCustomerTokens()) {
                        System.out.println(card.getCardBrand() + " " + card.getAccountNo() + " " + card.getStatus());
                    }
                    status = 0;
                } else {
                    System.out.println(response.getResponseCode() + " " + response.getResponseDescription());
                }
                answered.countDown();
            }

            @Override
            public void onFailure(Throwable error) {
                System.out.println(error);
                answered.countDown();
            }
        });
        answered.await();
        System.exit(status);
    }
}
