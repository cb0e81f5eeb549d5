package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLException;

/** The one way a call goes out and an answer comes in. */
final class Call {
    private static final int TIMEOUT_MILLISECONDS = 30_000;
    /** Bytes of an answer that are read at most. */
    private static final int LIMIT = 1 << 20;

    /** An answer that is an object of JSON. */
    static final class Answer {
        final int status;
        final Map<String, Object> object;

        Answer(int status, Map<String, Object> object) {
            this.status = status;
            this.object = object;
        }

        PGWException unreadable(String why) {
            return Call.unreadable(status, why);
        }
    }

    private Call() {}

    /**
     * Asks a question that may be asked twice: where a connection that was kept has been closed meanwhile, the system sends it again. What
     * must not be sent twice has to set a fixed length, which costs a connection or a millisecond a call.
     */
    static Answer ask(PGWSDKParams params, String path, Map<String, String> members) throws PGWException {
        String address = params.getGateway().replaceAll("/+$", "") + "/" + path;
        log(params, "→ POST " + address + " paymentToken " + shortened(members.get("paymentToken")));
        long started = System.nanoTime();
        try {
            Answer answer = exchange(address, StrictJson.write(members).getBytes(StandardCharsets.UTF_8));
            log(params, "← " + answer.status + " " + answer.object.get("respCode") + ", " + since(started) + " ms");
            return answer;
        } catch (PGWException error) {
            log(params, "✗ " + error + " " + since(started) + " ms");
            throw error;
        }
    }

    private static Answer exchange(String address, byte[] body) throws PGWException {
        HttpURLConnection connection;
        try {
            URL url = new URL(address);
            if (!url.getProtocol().matches("https?") || url.getHost().isEmpty()) throw new MalformedURLException();
            connection = (HttpURLConnection) url.openConnection();
        } catch (IOException error) {
            throw new PGWException(
                    PGWException.UNREACHABLE, "Its address is none of the web: it begins with http:// or https://, and a host");
        }
        try {
            connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
            connection.setReadTimeout(TIMEOUT_MILLISECONDS);
            // What is posted to a gateway is meant for that gateway alone.
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setDoOutput(true);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Accept", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            if (status < 0) throw new PGWException(PGWException.TRANSPORT_FAILED, "The answer is not HTTP");
            if (status >= 300 && status < 400 && connection.getHeaderField("Location") != null) {
                connection.disconnect();
                throw unreadable(status, "It leads elsewhere, and a call does not follow: give the SDK that address");
            }
            return new Answer(status, object(status, read(connection, status)));
        } catch (SocketTimeoutException error) {
            throw new PGWException(PGWException.TIMED_OUT, words(error));
        } catch (SSLException error) {
            throw new PGWException(PGWException.INSECURE, words(error));
        } catch (UnknownHostException | ConnectException | NoRouteToHostException error) {
            throw new PGWException(PGWException.UNREACHABLE, words(error));
        } catch (IOException | RuntimeException error) {
            throw new PGWException(PGWException.TRANSPORT_FAILED, words(error));
        }
    }

    /** The gateway's refusals come with any status: the body decides. */
    private static byte[] read(HttpURLConnection connection, int status) throws IOException, PGWException {
        InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (stream == null) return bytes.toByteArray();
        long started = System.nanoTime();
        byte[] buffer = new byte[8192];
        try (InputStream in = stream) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > LIMIT) throw unreadable(status, "Longer than " + LIMIT + " bytes");
                // The system's limit is one of silence: an answer that drips would never end.
                if (since(started) > TIMEOUT_MILLISECONDS) throw new SocketTimeoutException("The answer drips");
            }
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(int status, byte[] bytes) throws PGWException {
        if (bytes.length == 0) throw new PGWException(PGWException.EMPTY_RESPONSE, "HTTP status " + status);
        Object value;
        try {
            value = StrictJson.read(bytes);
        } catch (StrictJson.Malformed error) {
            throw unreadable(status, error.getMessage());
        }
        if (value instanceof Map) return (Map<String, Object>) value;
        throw unreadable(status, "Not an object");
    }

    private static PGWException unreadable(int status, String why) {
        return new PGWException(PGWException.UNREADABLE_RESPONSE, "HTTP status " + status + ". " + why);
    }

    private static String words(Exception error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** Enough of a token to tell two apart, too little to use. */
    private static String shortened(String token) {
        if (token == null) return "…(0)";
        return (token.length() > 6 ? token.substring(0, 6) : "") + "…(" + token.length() + ")";
    }

    private static void log(PGWSDKParams params, String line) {
        if (params.isLog()) System.err.println("[PGW] " + line);
    }
}
