package dev.parley.directory.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What digest authentication needs of a password (RFC 7616 §3.4.2): H(username:realm:password), the realm being the
 * tenant's SIP domain. Whoever has it can register, so it is never shown.
 */
public record Ha1(String md5, String sha256) {
    public static Ha1 of(String username, String domain, String password) {
        String secret = username + ":" + domain + ":" + password;
        return new Ha1(hash("MD5", secret), hash("SHA-256", secret));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return "Ha1[hidden]";
    }
}
