package org.openpgw.reactnative;

import android.os.Looper;
import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.Promise;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.WritableMap;
import java.util.concurrent.CountDownLatch;

/** An app's calls from JavaScript: App GATEWAY. A line for each promise. */
public final class App {
    private interface Asking {
        void ask(RTNPGWModule module, Promise promise);
    }

    public static void main(String[] arguments) throws InterruptedException {
        RTNPGWPackage all = new RTNPGWPackage();
        boolean isTurbo = all.getReactModuleInfoProvider().getReactModuleInfos().get("RTNPGW").isTurboModule;
        NativeModule found = all.getModule("RTNPGW", new ReactApplicationContext());
        System.out.println(found.getName() + " " + isTurbo + " " + (all.getModule("Other", null) == null));
        RTNPGWModule module = (RTNPGWModule) found;
        say(module, (it, promise) -> it.customerTokenInfo("{\"paymentToken\":\"tok\"}", promise));
        say(module, (it, promise) -> it.initialize("{}", promise));
        say(module, (it, promise) -> it.initialize("{\"apiEnvironment\":\"" + arguments[0] + "\",\"clientId\":\"client\"}", promise));
        say(module, (it, promise) -> it.clientId(promise));
        say(module, (it, promise) -> it.configuration(promise));
        say(module, (it, promise) -> it.customerTokenInfo("{\"paymentToken\":\"tok\"}", promise));
        System.exit(0);
    }

    private static void say(RTNPGWModule module, Asking asking) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        asking.ask(module, new Promise() {
            @Override
            public void resolve(Object value) {
                System.out.println("resolved " + value);
                done.countDown();
            }

            @Override
            public void reject(String code, String message, Throwable throwable, WritableMap userInfo) {
                System.out.println("rejected " + code + " " + message + " " + userInfo);
                done.countDown();
            }
        });
        if (!Looper.runUntil(done)) System.out.println("none");
    }
}
