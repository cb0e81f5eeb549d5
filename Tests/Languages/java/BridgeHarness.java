import com.ccpp.pgw.sdk.android.core.Bridge;
import com.ccpp.pgw.sdk.android.core.DesktopPlatform;
import com.ccpp.pgw.sdk.android.core.PGWException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Java port as hosts use it that hand texts over, at the end of a pipe: setup JSON | text JSON | call NAME JSON | configuration, the JSON in base64. Each
 * is answered by a line: a code, then a text in base64.
 */
public final class BridgeHarness {
    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            String json = words.length < 2 ? null : new String(Base64.getDecoder().decode(words[1].substring(1)), StandardCharsets.UTF_8);
            switch (words[0]) {
                case "setup": System.out.println(setup(json)); break;
                case "configuration": System.out.println("0 " + encoded(Bridge.configuration())); break;
                case "call": {
                    String request = words.length < 3 ? null : new String(Base64.getDecoder().decode(words[2].substring(1)), StandardCharsets.UTF_8);
                    System.out.println(ask(answer -> Bridge.call(json, request, answer)));
                    break;
                }
                default: System.out.println(ask(answer -> Bridge.customerTokenInfo(json, answer))); break;
            }
        }
    }

    private static String setup(String json) {
        try {
            Bridge.initialize(new DesktopPlatform(), json);
            return "0";
        } catch (PGWException error) {
            return error.getCode() + " " + encoded(error.getDetail());
        }
    }

    private interface Asking {
        void ask(Bridge.Answer answer);
    }

    private static String ask(Asking asking) throws InterruptedException {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        asking.ask(new Bridge.Answer() {
            @Override
            public void answered(String json) {
                answers.add("0 " + encoded(json));
            }

            @Override
            public void failed(PGWException error) {
                answers.add(error.getCode() + " " + encoded(error.getMessage()) + " " + encoded(error.getDetail()));
            }
        });
        String answer = answers.poll(60, TimeUnit.SECONDS);
        return answer == null ? "none" : answer;
    }

    private static String encoded(String text) {
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
