package dev.parley.conference.adapter.out.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of webhooks, and what is signed with them. A secret is made of a key and the nonce of its webhook, so that
 * no database holds it. Thread-safe.
 */
public final class Secrets {
    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "webhook:";
    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final byte[] key;

    public Secrets(String keyInHex) {
        this.key = HexFormat.of().parseHex(keyInHex);
    }

    /** As its owner is shown it, once. */
    public String secret(String nonce) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes(nonce));
    }

    private byte[] bytes(String nonce) {
        return hmac(key, PURPOSE + nonce);
    }

    /** The header {@code webhook-signature}: one for each secret that counts. */
    String sign(List<String> nonces, String id, long timestamp, String payload) {
        return nonces.stream()
                .map(nonce -> sign(bytes(nonce), id, timestamp, payload))
                .collect(Collectors.joining(" "));
    }

    static String sign(byte[] secret, String id, long timestamp, String payload) {
        return VERSION + Base64.getEncoder().encodeToString(hmac(secret, id + '.' + timestamp + '.' + payload));
    }

    private static byte[] hmac(byte[] with, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(with, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
