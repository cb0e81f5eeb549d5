import android.content.Context;
import android.os.Looper;
import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder;
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback;
import com.ccpp.pgw.sdk.android.core.PGWSDK;
import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import com.ccpp.pgw.sdk.android.enums.APIResponseCode;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest;
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.util.concurrent.TimeUnit;

/** An app on stand-ins of Android's classes: AndroidApp GATEWAY. Says where its callbacks ran and what it is called. */
public final class AndroidApp {
    public static void main(String[] arguments) throws Exception {
        Context context = new Context();
        // As the documentation has it; then a gateway of one's own.
        PGWSDKParams documented = new PGWSDKParamsBuilder(context, APIEnvironment.Sandbox).log(false).build();
        PGWSDK.initialize(documented);
        System.out.println(PGWSDK.getInstance().getConfiguration());
        for (int run = 0; run < 2; run++) {
            PGWSDK.initialize(new PGWSDKParamsBuilder(context, arguments[0]).setLocale("en").build());
            PGWSDK.getInstance().customerTokenInfo(
                    new CustomerTokenInfoRequest("tok"), new APIResponseCallback<CustomerTokenInfoResponse>() {
                        @Override
                        public void onResponse(CustomerTokenInfoResponse response) {
                            boolean isSuccess = response.getResponseCode().equals(APIResponseCode.APISuccess);
                            System.out.println(Thread.currentThread().getName() + " " + isSuccess);
                        }

                        @Override
                        public void onFailure(Throwable error) {
                            System.out.println(Thread.currentThread().getName() + " " + error);
                        }
                    });
            Runnable work = Looper.getMainLooper().work.poll(60, TimeUnit.SECONDS);
            if (work == null) throw new IllegalStateException("no answer came");
            work.run();
        }
        System.out.println(context.getSharedPreferences("PGW_SDK", Context.MODE_PRIVATE).getString("PGW_SDK_CLIENT_ID", ""));
    }
}
