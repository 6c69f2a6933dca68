package dev.parley.systemtests.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The answer to a digest challenge, MD5 with or without {@code qop=auth} (RFC 2617 §3.2). */
public final class Digest {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");
    private static final String COUNT = "00000001";

    private Digest() {}

    public static String answer(
            String challenge, String method, String uri, String user, String password, String cnonce) {
        Map<String, String> asked = parameters(challenge);
        String realm = asked.getOrDefault("realm", "");
        String nonce = asked.getOrDefault("nonce", "");
        String ha1 = md5(user + ":" + realm + ":" + password);
        String ha2 = md5(method + ":" + uri);
        String credentials = "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", algorithm=MD5";
        if (asked.containsKey("opaque")) {
            credentials += ", opaque=\"" + asked.get("opaque") + "\"";
        }
        if (!asked.containsKey("qop")) {
            return credentials + ", response=\"" + md5(ha1 + ":" + nonce + ":" + ha2) + "\"";
        }
        String response = md5(ha1 + ":" + nonce + ":" + COUNT + ":" + cnonce + ":auth:" + ha2);
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

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
