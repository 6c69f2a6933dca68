package dev.parley.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code pk_<id>_<secret>}, the id 8 and the secret at least 32 characters of base 62.
 *
 * <p>It is stored as SHA-256, without salt or stretching. Those are for passwords, which people choose and others can
 * guess. The secret is chosen at random, 32 characters of base 62 being 190 bits: nobody tries 2¹⁸⁹ hashes, no table
 * holds them, and no two are alike. A fast hash in turn keeps a wrong key from costing the service anything.
 */
public final class KeyText {
    public static final String PREFIX = "pk_";

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 40;
    private static final Pattern FORMAT = Pattern.compile("pk_([0-9A-Za-z]{8})_[0-9A-Za-z]{32,128}");

    private final String id;
    private final String text;

    private KeyText(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** Reads a key; empty when it is none. */
    public static Optional<KeyText> of(String text) {
        var match = FORMAT.matcher(text);
        return match.matches() ? Optional.of(new KeyText(match.group(1), text)) : Optional.empty();
    }

    /** A new key. Give it a cryptographic source. */
    public static KeyText random(RandomGenerator source) {
        String id = base62(source, ID_LENGTH);
        return new KeyText(id, PREFIX + id + "_" + base62(source, SECRET_LENGTH));
    }

    /** The part that may be seen. */
    public String id() {
        return id;
    }

    /** All of it: to be shown once, and never to be written down. */
    public String reveal() {
        return text;
    }

    /** What is written down in its place. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether this is the key behind the hash; takes the same time for every answer. */
    public boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return PREFIX + id + "_[hidden]";
    }

    private static String base62(RandomGenerator source, int length) {
        return source.ints(length, 0, BASE62.length())
                .collect(StringBuilder::new, (text, at) -> text.append(BASE62.charAt(at)), StringBuilder::append)
                .toString();
    }
}
