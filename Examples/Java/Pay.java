// Pays with a card from Java, and stores it: Pay GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.CardPaymentBuilder;
import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.builder.TransactionResultRequestBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.model.PaymentCode;
import com.ccpp.pgw.sdk.android.model.PaymentRequest;
import com.ccpp.pgw.sdk.android.model.api.TransactionResultRequest;
import com.ccpp.pgw.sdk.android.model.api.TransactionResultResponse;
import java.util.concurrent.CountDownLatch;

public final class Pay {
    private static int status = 1;

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.out.println("usage: Pay GATEWAY PAYMENTTOKEN");
            System.exit(2);
        }
        PGWSDK.initialize(new PGWSDKParamsBuilder(arguments[0]).build());
        CountDownLatch answered = new CountDownLatch(1);
        PaymentRequest card = new CardPaymentBuilder(new PaymentCode("CC"), "4111111111111111")
                .expiryMonth(12).expiryYear(2039).securityCode("123").tokenize(true).build();
        TransactionResultRequest request = new TransactionResultRequestBuilder(arguments[1]).with(card).build();
        PGWSDK.getInstance().proceedTransaction(request, new APIResponseCallback<TransactionResultResponse>() {
            @Override
            public void onResponse(TransactionResultResponse response) {
                // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
                System.out.println(response.getResponseCode() + " " + response.getResponseDescription() + " " + response.getData());
                if (response.getResponseCode().matches("[12]...")) status = 0;
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
