import android.os.Looper;
import io.flutter.embedding.engine.plugins.FlutterPlugin;
import io.flutter.plugin.common.MethodCall;
import io.flutter.plugin.common.MethodChannel;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.openpgw.flutter.PgwSdkPlugin;

/** The Android end of a Flutter channel at the end of a pipe: FlutterApp CHANNEL. A line a call, METHOD JSON; a line an answer. */
public final class FlutterApp {
    public static void main(String[] arguments) throws Exception {
        PgwSdkPlugin plugin = new PgwSdkPlugin();
        FlutterPlugin.FlutterPluginBinding binding = new FlutterPlugin.FlutterPluginBinding();
        plugin.onAttachedToEngine(binding);
        MethodChannel channel = binding.getBinaryMessenger().get(arguments[0]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 2);
            CountDownLatch done = new CountDownLatch(1);
            channel.handler.onMethodCall(new MethodCall(words[0], words.length < 2 ? null : words[1]), new MethodChannel.Result() {
                @Override
                public void success(Object result) {
                    say("success " + result);
                }

                @Override
                public void error(String code, String message, Object details) {
                    say("error " + code + " " + message + " " + details);
                }

                @Override
                public void notImplemented() {
                    say("notImplemented");
                }

                private void say(String words) {
                    System.out.println(words);
                    done.countDown();
                }
            });
            if (!Looper.runUntil(done)) System.out.println("none");
        }
        plugin.onDetachedFromEngine(binding);
        System.exit(channel.handler == null ? 0 : 1);
    }
}
