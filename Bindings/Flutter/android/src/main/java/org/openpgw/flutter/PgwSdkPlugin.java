package org.openpgw.flutter;

import android.content.Context;
import com.ccpp.pgw.sdk.android.core.AndroidPlatform;
import com.ccpp.pgw.sdk.android.core.Bridge;
import com.ccpp.pgw.sdk.android.core.PGWException;
import io.flutter.embedding.engine.plugins.FlutterPlugin;
import io.flutter.plugin.common.MethodCall;
import io.flutter.plugin.common.MethodChannel;

/** The Android end of the channel, on the Java port: what goes through is JSON both ways. */
public final class PgwSdkPlugin implements FlutterPlugin, MethodChannel.MethodCallHandler {
    private MethodChannel channel;
    private Context context;

    @Override
    public void onAttachedToEngine(FlutterPlugin.FlutterPluginBinding binding) {
        context = binding.getApplicationContext();
        channel = new MethodChannel(binding.getBinaryMessenger(), "org.openpgw.pgw_sdk");
        channel.setMethodCallHandler(this);
    }

    @Override
    public void onDetachedFromEngine(FlutterPlugin.FlutterPluginBinding binding) {
        channel.setMethodCallHandler(null);
    }

    @Override
    public void onMethodCall(MethodCall call, final MethodChannel.Result result) {
        String json = call.arguments instanceof String ? (String) call.arguments : null;
        switch (call.method) {
            case "initialize":
                try {
                    Bridge.initialize(new AndroidPlatform(context), json);
                    result.success(Bridge.configuration());
                } catch (PGWException error) {
                    fail(result, error);
                }
                break;
            case "clientId": result.success(Bridge.clientId()); break;
            case "configuration": result.success(Bridge.configuration()); break;
            default:
                if (Bridge.has(call.method)) ask(call.method, json, result);
                else result.notImplemented();
        }
    }

    private static void ask(String name, String json, final MethodChannel.Result result) {
        Bridge.call(name, json, new Bridge.Answer() {
            @Override
            public void answered(String json) {
                result.success(json);
            }

            @Override
            public void failed(PGWException error) {
                fail(result, error);
            }
        });
    }

    private static void fail(MethodChannel.Result result, PGWException error) {
        result.error(String.valueOf(error.getCode()), error.getMessage(), error.getDetail());
    }
}
