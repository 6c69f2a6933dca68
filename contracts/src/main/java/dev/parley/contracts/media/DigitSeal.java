package dev.parley.contracts.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that were pressed, as they travel and as they are kept: AES-GCM (NIST SP 800-38D), so that who reads a topic or a
 * database dump learns no PIN (R3).
 *
 * <p>Every sealing of the same digit looks different, and what was sealed for one leg opens for no other. Thread-safe.
 */
public final class DigitSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * Takes the key.
     *
     * @param hexKey 16, 24 or 32 bytes in hexadecimal, the same in all services that tell or hear of keys
     */
    public DigitSeal(String hexKey) {
        byte[] bytes = HexFormat.of().parseHex(hexKey);
        if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
            throw new IllegalArgumentException(
                    "Expected a digit key of 16, 24 or 32 bytes, but it has " + bytes.length);
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Seals digits.
     *
     * @param whose what they belong to, such as the leg; needed to open them
     */
    public String seal(String whose, String digits) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, whose, nonce, digits.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                        .put(nonce)
                        .put(hidden)
                        .array());
    }

    /**
     * The digits again.
     *
     * @throws IllegalArgumentException when they were not sealed with this key for the same owner
     */
    public String open(String whose, String sealed) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("Expected sealed digits, but these are too short");
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] hidden = new byte[parts.remaining()];
        parts.get(hidden);
        return new String(run(Cipher.DECRYPT_MODE, whose, nonce, hidden), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String whose, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("Sealed with another key, or for another leg", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }
}
