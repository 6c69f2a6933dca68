package dev.parley.systemtests.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The answer to a digest challenge, SHA-256 or MD5, with or without {@code qop=auth} (RFC 7616 §3.4, RFC 8760). */
public final class Digest {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");
    private static final String COUNT = "00000001";

    private Digest() {}

    /** @param uri the Request-URI */
    public static String answer(
            String challenge, String method, String uri, String user, String password, String cnonce) {
        Map<String, String> asked = parameters(challenge);
        String algorithm = asked.getOrDefault("algorithm", "MD5");
        String realm = asked.getOrDefault("realm", "");
        String nonce = asked.getOrDefault("nonce", "");
        String ha1 = hash(algorithm, user + ":" + realm + ":" + password);
        String ha2 = hash(algorithm, method + ":" + uri);
        String credentials = "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", algorithm=" + algorithm;
        if (asked.containsKey("opaque")) {
            credentials += ", opaque=\"" + asked.get("opaque") + "\"";
        }
        if (!asked.containsKey("qop")) {
            return credentials + ", response=\"" + hash(algorithm, ha1 + ":" + nonce + ":" + ha2) + "\"";
        }
        String response = hash(algorithm, ha1 + ":" + nonce + ":" + COUNT + ":" + cnonce + ":auth:" + ha2);
        return credentials + ", qop=auth, nc=" + COUNT + ", cnonce=\"" + cnonce + "\", response=\"" + response + "\"";
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new LinkedHashMap<>();
        var matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return parameters;
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5 and SHA-256", e);
        }
    }
}
