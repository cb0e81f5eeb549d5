package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** The one way a call goes out and an answer comes in. */
final class Call {
    /** For the whole of a call, from its begin to the last byte of its answer. */
    static final int TIMEOUT_MILLISECONDS = 30_000;
    /** Bytes of an answer that are read at most. */
    private static final int LIMIT = 1 << 20;
    private static final int HEADER_LIMIT = 1 << 16;

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

    private final PGWSDKParams params;
    private final String path;
    private final Map<String, Object> members;
    private volatile HttpURLConnection connection;
    private volatile boolean isOver;

    /** @param path behind the gateway's address */
    Call(PGWSDKParams params, String path, Map<String, Object> members) {
        this.params = params;
        this.path = path;
        this.members = members;
    }

    /** Closes the connection, from whatever thread: nobody waits for the answer any more. */
    void giveUp() {
        isOver = true;
        HttpURLConnection connection = this.connection;
        if (connection != null) connection.disconnect();
    }

    /**
     * Asks. Where a connection that was kept has been closed meanwhile, the system sends a question again; a payment has a fixed length, with
     * which it does not, and which costs a connection or a millisecond a call.
     */
    Answer ask() throws PGWException {
        if (!Address.isGateway(params.getGateway())) throw new PGWException(PGWException.UNREACHABLE, Address.RULE);
        String address = params.getGateway().replaceAll("/+$", "") + "/" + path;
        log("→ POST " + address + " paymentToken " + shortened((String) members.get("paymentToken")));
        long started = System.nanoTime();
        try {
            Map<String, Object> sealed = CardSealing.sealed(members, params, false);
            Answer answer = exchange(address, StrictJson.write(sealed).getBytes(StandardCharsets.UTF_8));
            if (sealed != members && CardSealing.isRefused(answer.object)) {
                // Its keys are others than they were: it said so before it did anything.
                sealed = CardSealing.sealed(members, params, true);
                answer = exchange(address, StrictJson.write(sealed).getBytes(StandardCharsets.UTF_8));
            }
            log("← " + answer.status + " " + code(answer) + ", " + since(started) + " ms");
            return answer;
        } catch (PGWException error) {
            log("✗ " + error + " " + since(started) + " ms");
            throw error;
        }
    }

    private Answer exchange(String address, byte[] body) throws PGWException {
        boolean isConnected = false;
        // Nobody waits for what would be done now.
        if (isOver) throw new PGWException(PGWException.TIMED_OUT, "No whole answer in 30 seconds");
        try {
            connection = (HttpURLConnection) new URL(address).openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
            connection.setReadTimeout(TIMEOUT_MILLISECONDS);
            // What is posted to a gateway is meant for that gateway alone.
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setDoOutput(true);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Accept", "application/json");
            // Android would ask for another, and unpack what came, however long.
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (members.containsKey("payment")) connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                isConnected = true;
                out.write(body);
            }
            int status = connection.getResponseCode();
            limitHeader();
            if (status < 0) throw new PGWException(PGWException.TRANSPORT_FAILED, "The answer is not HTTP");
            if (status >= 300 && status < 400 && connection.getHeaderField("Location") != null) {
                connection.disconnect();
                throw unreadable(status, "It leads elsewhere, and a call does not follow: give the SDK that address");
            }
            return new Answer(status, object(status, read(status)));
        } catch (SocketTimeoutException error) {
            throw new PGWException(PGWException.TIMED_OUT, words(error));
        } catch (SSLException error) {
            throw new PGWException(isConnected ? PGWException.TRANSPORT_FAILED : PGWException.INSECURE, words(error));
        } catch (UnknownHostException | SocketException error) {
            // A connection that breaks amid a handshake was there.
            boolean isReset = error.getMessage() != null && error.getMessage().contains("reset");
            throw new PGWException(isConnected || isReset ? PGWException.TRANSPORT_FAILED : PGWException.UNREACHABLE, words(error));
        } catch (IOException | RuntimeException error) {
            throw new PGWException(PGWException.TRANSPORT_FAILED, words(error));
        }
    }

    /** The gateway's refusals come with any status: the body decides. */
    private byte[] read(int status) throws IOException, PGWException {
        InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = stream == null ? new ByteArrayInputStream(buffer, 0, 0) : stream) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > LIMIT) throw unreadable(status, "Longer than " + LIMIT + " bytes");
            }
        }
        if (status == 204 || status == 304) return bytes.toByteArray();
        // The system takes the end of a connection for the end of an answer.
        String coding = connection.getHeaderField("Transfer-Encoding");
        String said = connection.getHeaderField("Content-Length");
        boolean isCut;
        int length = -1;
        if (coding != null) {
            isCut = !coding.equalsIgnoreCase("chunked");
        } else if (said != null) {
            isCut = !said.matches("[0-9]{1,9}") || bytes.size() < (length = Integer.parseInt(said));
        } else {
            isCut = bytes.size() == 0;
        }
        if (isCut) throw new IOException("The connection was closed amid the answer");
        return length < 0 ? bytes.toByteArray() : Arrays.copyOf(bytes.toByteArray(), length);
    }

    /** The system has no limit of its own, or another on each. */
    private void limitHeader() throws IOException {
        int size = 0;
        for (Map.Entry<String, List<String>> field : connection.getHeaderFields().entrySet()) {
            for (String value : field.getValue()) size += value.length() + (field.getKey() == null ? 0 : field.getKey().length()) + 4;
        }
        if (size > HEADER_LIMIT) throw new IOException("The header of the answer is too long");
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

    /** What a log says of a response: some digits, and nothing that a server made up. */
    private static String code(Answer answer) {
        Object code = answer.object.get("respCode");
        return code instanceof String && ((String) code).matches("[0-9]{1,8}") ? (String) code : "?";
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** Enough of a token to tell two apart, too little to use. */
    private static String shortened(String token) {
        if (token == null) return "…(0)";
        return (token.length() > 6 ? token.substring(0, 6) : "") + "…(" + token.length() + ")";
    }

    private void log(String line) {
        if (params.isLog()) System.err.println("[PGW] " + line);
    }
}
