package dev.parley.callcontrol.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little that a signalling server has to know of an SDP: what it means for hold (RFC 3264 §8.4). */
public final class Sdp {
    public static final String CONTENT_TYPE = "application/sdp";

    private static final Pattern ORIGIN =
            Pattern.compile("(?m)^(?<user>o=\\S+ )(?<id>\\d+) (?<version>\\d{1,18})(?<address> [^\\r\\n]*)");

    private Sdp() {}

    static Optional<String> in(Headers headers, String body) {
        boolean sdp = headers.first("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE))
                .orElse(false);
        return sdp && !body.isBlank() ? Optional.of(body) : Optional.empty();
    }

    /**
     * Our SDP as the next one of the same session: the party knows it by the origin of the one before, whose version grows
     * (RFC 3264 §8). It makes a difference where the media has moved to another room.
     */
    public static String continuing(String before, String next) {
        Matcher known = ORIGIN.matcher(before);
        Matcher ours = ORIGIN.matcher(next);
        if (!known.find() || !ours.find() || known.group("id").equals(ours.group("id"))) {
            return next;
        }
        long version = Long.parseLong(known.group("version")) + 1;
        String origin = known.group("user") + known.group("id") + " " + version + ours.group("address");
        return next.substring(0, ours.start()) + origin + next.substring(ours.end());
    }

    /** Whether the party does not want to be heard: it sends only (music), nothing, or to the null address (RFC 2543). */
    public static boolean holds(String sdp) {
        boolean held = false;
        boolean inAudio = false;
        boolean sessionLevel = true;
        for (String line : sdp.split("\r?\n", -1)) {
            if (line.startsWith("m=")) {
                sessionLevel = false;
                if (inAudio) {
                    break;
                }
                inAudio = line.startsWith("m=audio");
            }
            if (sessionLevel || inAudio) {
                held = switch (line.strip()) {
                    case "a=sendonly", "a=inactive", "c=IN IP4 0.0.0.0" -> true;
                    case "a=sendrecv", "a=recvonly" -> false;
                    default -> held;
                };
            }
        }
        return held;
    }
}
