package dev.parley.contracts.directory;

import dev.parley.contracts.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a PIN is written down: HMAC-SHA-256 (RFC 2104) over the room and the PIN.
 *
 * <p>A PIN has few digits, so that any unkeyed hash of it can be guessed offline in a moment. The key never leaves
 * directory-service and conference-service; what is on the topic or in a database dump tells nothing without it.
 * Thread-safe.
 */
public final class PinHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    /**
     * Takes the key.
     *
     * @param hexKey at least 16 bytes in hexadecimal
     */
    public PinHash(String hexKey) {
        byte[] bytes = HexFormat.of().parseHex(hexKey);
        if (bytes.length < 16) {
            throw new IllegalArgumentException("Expected a PIN key of at least 16 bytes, but it has " + bytes.length);
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public String of(RoomId room, String pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((room + "|" + pin).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether the digits are the PIN behind the hash; takes the same time for every answer. */
    public boolean matches(RoomId room, String digits, String hash) {
        return MessageDigest.isEqual(
                of(room, digits).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
