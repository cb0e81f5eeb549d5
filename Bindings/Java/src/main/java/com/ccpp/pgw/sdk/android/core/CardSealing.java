package com.ccpp.pgw.sdk.android.core;

import com.ccpp.pgw.sdk.android.enums.APIEnvironment;
import com.ccpp.pgw.sdk.android.model.core.PGWSDKParams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;

/**
 * Encrypts card data on its way to a gateway of one's own, so that nothing between reads it: as the {@code securePayToken} of Do Payment, a
 * compact JWE of RSA-OAEP-256 and A256GCM (RFC 7516).
 *
 * <p>The gateway's keys are at {@code /.well-known/jwks.json}. One that says it has none there is sent card data in the clear, inside TLS, as the
 * documented SDK's own gateways are, which are not asked. Where nothing is said, or a key was known once, nothing goes out in the clear.
 */
final class CardSealing {
    /** What is encrypted where it is given. */
    private static final String[] MEMBERS = {"cardNo", "expiryMonth", "expiryYear", "securityCode", "pin"};
    private static final String[] SECRETS = {"cardNo", "securityCode", "pin"};

    private static final int TIMEOUT_MILLISECONDS = 10_000;
    private static final int LIMIT = 1 << 16;
    /** For which a key is good; it is in use for much longer than that after another has come. */
    private static final long PATIENCE = TimeUnit.HOURS.toNanos(1);
    /** After which a gateway without one is asked again. */
    private static final long DOUBT = TimeUnit.MINUTES.toNanos(1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

    private static final class Known {
        final PublicKey key;
        private final long until;

        Known(PublicKey key, long patience) {
            this.key = key;
            this.until = System.nanoTime() + patience;
        }

        boolean isGood() {
            return until - System.nanoTime() > 0;
        }
    }

    private CardSealing() {}

    /**
     * The members of a call with what they have of a card encrypted; the same where there is nothing to encrypt, or the gateway has no key.
     *
     * @param anew whether to ask for the key there is now
     * @throws PGWException where the gateway could not be asked
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> sealed(Map<String, Object> members, PGWSDKParams params, boolean anew) throws PGWException {
        Object payment = members.get("payment");
        Object token = members.get("paymentToken");
        if (!(payment instanceof Map) || token == null || !(((Map<?, ?>) payment).get("data") instanceof Map)) return members;
        Map<String, Object> data = new LinkedHashMap<>((Map<String, Object>) ((Map<?, ?>) payment).get("data"));
        boolean hasSecret = false;
        for (String secret : SECRETS) hasSecret |= data.containsKey(secret);
        for (APIEnvironment environment : APIEnvironment.values()) hasSecret &= !environment.getGateway().equals(params.getGateway());
        PublicKey key = hasSecret ? key(params.getGateway(), anew) : null;
        if (key == null) return members;
        Map<String, Object> payload = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            if (data.containsKey(member)) payload.put(member, data.remove(member));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            payload.put("paymentTokenHash", base64(digest.digest(((String) token).getBytes(StandardCharsets.UTF_8))));
            data.put("securePayToken", encrypted(StrictJson.write(payload).getBytes(StandardCharsets.UTF_8), key));
        } catch (GeneralSecurityException error) {
            return members;
        }
        Map<String, Object> sealedPayment = new LinkedHashMap<>((Map<String, Object>) payment);
        sealedPayment.put("data", data);
        Map<String, Object> sealed = new LinkedHashMap<>(members);
        sealed.put("payment", sealedPayment);
        return sealed;
    }

    /** Whether a gateway could not open what was encrypted to it. */
    static boolean isRefused(Map<?, ?> answer) {
        Object words = answer.get("respDesc");
        return "9004".equals(answer.get("respCode")) && words instanceof String
                && ((String) words).startsWith("Invalid Request (9004)Payment.Data.SecurePayToken:");
    }

    private static String encrypted(byte[] plaintext, PublicKey key) throws GeneralSecurityException {
        String header = base64("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.UTF_8));
        byte[] contentKey = new byte[32];
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(contentKey);
        RANDOM.nextBytes(nonce);
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.ENCRYPT_MODE, key,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, nonce));
        aes.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = aes.doFinal(plaintext);
        byte[] text = new byte[sealed.length - 16];
        byte[] tag = new byte[16];
        System.arraycopy(sealed, 0, text, 0, text.length);
        System.arraycopy(sealed, text.length, tag, 0, tag.length);
        return header + "." + base64(rsa.doFinal(contentKey)) + "." + base64(nonce) + "." + base64(text) + "." + base64(tag);
    }

    // Keys

    private static PublicKey key(String gateway, boolean anew) throws PGWException {
        Known known = KNOWN.get(gateway);
        if (!anew && known != null && known.isGood()) return known.key;
        PublicKey asked = ask(gateway);
        synchronized (KNOWN) {
            // One that had a key has not lost it: somebody in between says so.
            known = KNOWN.get(gateway);
            PublicKey key = asked != null || known == null ? asked : known.key;
            KNOWN.put(gateway, new Known(key, asked == null ? DOUBT : PATIENCE));
            return key;
        }
    }

    private static PublicKey ask(String gateway) throws PGWException {
        HttpURLConnection connection = null;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLISECONDS);
        try {
            connection = (HttpURLConnection) new URL(gateway.replaceAll("/+$", "") + "/.well-known/jwks.json").openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
            connection.setReadTimeout(TIMEOUT_MILLISECONDS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Accept-Encoding", "identity");
            int status = connection.getResponseCode();
            // It does not say that it has none; it says nothing.
            if (status == 500 || status >= 502 && status <= 504) throw new IOException("HTTP status " + status);
            if (status != 200) return null;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            try (InputStream in = connection.getInputStream()) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes.write(buffer, 0, count);
                    if (bytes.size() > LIMIT) return null;
                    if (System.nanoTime() > deadline) throw new SocketTimeoutException("No whole key in 10 seconds");
                }
            }
            Object read = StrictJson.read(bytes.toByteArray());
            Object keys = read instanceof Map ? ((Map<?, ?>) read).get("keys") : null;
            for (Object jwk : keys instanceof List ? (List<?>) keys : Collections.emptyList()) {
                PublicKey key = jwk instanceof Map ? key((Map<?, ?>) jwk) : null;
                if (key != null) return key;
            }
            return null;
        } catch (StrictJson.Malformed error) {
            return null;
        } catch (SocketTimeoutException error) {
            throw new PGWException(PGWException.TIMED_OUT, "The gateway's key did not come in time");
        } catch (SSLException error) {
            throw new PGWException(PGWException.INSECURE, String.valueOf(error.getMessage()));
        } catch (UnknownHostException | ConnectException error) {
            throw new PGWException(PGWException.UNREACHABLE, String.valueOf(error.getMessage()));
        } catch (IOException error) {
            throw new PGWException(PGWException.TRANSPORT_FAILED, "The gateway's key could not be asked for");
        } finally {
            if (connection != null) connection.disconnect();
        }
    }

    /** RSA of 2,048 to 8,192 bits (RFC 7518 §6.3.1); {@code null} for another. */
    private static PublicKey key(Map<?, ?> jwk) {
        boolean isForThis = "RSA".equals(jwk.get("kty")) && (!(jwk.get("use") instanceof String) || "enc".equals(jwk.get("use")))
                && (!(jwk.get("alg") instanceof String) || ((String) jwk.get("alg")).matches("RSA-OAEP(-256)?"));
        if (!isForThis || !(jwk.get("n") instanceof String) || !(jwk.get("e") instanceof String)) return null;
        BigInteger modulus = number((String) jwk.get("n"));
        BigInteger exponent = number((String) jwk.get("e"));
        if (modulus == null || exponent == null || modulus.bitLength() <= 2040 || modulus.bitLength() > 8192) return null;
        // With an exponent of 1 what is encrypted is what was.
        if (!modulus.testBit(0) || !exponent.testBit(0) || exponent.bitLength() < 2 || exponent.bitLength() > 64) return null;
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException error) {
            return null;
        }
    }

    // Base64url (RFC 4648 §5), which older Android has not

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static String base64(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            bits = bits << 8 | one & 0xFF;
            for (held += 8; held >= 6; held -= 6) text.append(ALPHABET.charAt(bits >> held - 6 & 0x3F));
        }
        if (held > 0) text.append(ALPHABET.charAt(bits << 6 - held & 0x3F));
        return text.toString();
    }

    private static BigInteger number(String text) {
        if (text.length() % 4 == 1) return null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = ALPHABET.indexOf(text.charAt(at));
            if (digit < 0) return null;
            bits = bits << 6 | digit;
            held += 6;
            if (held >= 8) bytes.write(bits >> (held -= 8) & 0xFF);
        }
        return bytes.size() == 0 ? null : new BigInteger(1, bytes.toByteArray());
    }
}
