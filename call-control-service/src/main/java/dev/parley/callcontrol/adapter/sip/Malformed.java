package dev.parley.callcontrol.adapter.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A request that breaks the grammar of SIP, as far as it has to be known to answer it.
 *
 * @param method as its first line has it; may be no method at all
 * @param status the answer
 * @param reason the reason phrase, of our own making
 * @param lines its header fields as they came, unfolded, one each
 * @param framed whether it is known where the message ends
 */
record Malformed(String method, int status, String reason, List<String> lines, boolean framed) {
    /** What an answer repeats (RFC 3261 §8.2.6.2); in the order and the form in which it came. */
    private static final Set<String> REPEATED = Set.of("via", "from", "to", "call-id", "cseq");

    Malformed {
        lines = List.copyOf(lines);
    }

    /** An ACK is never answered (RFC 3261 §17.1.1.3), and without a Via nobody would take the answer. */
    boolean answerable() {
        return !method.equals("ACK")
                && lines.stream().anyMatch(line -> HeaderNames.of(line).equals("via"));
    }

    /** The whole answer as it goes over the wire; built from the lines as they came, since they may not be parsed. */
    byte[] answer() {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
        for (String line : lines) {
            String name = HeaderNames.of(line);
            if (REPEATED.contains(name)) {
                text.append(line).append(name.equals("to") && !tagged(line) ? ";tag=" + UUID.randomUUID() : "");
                text.append("\r\n");
            }
        }
        return text.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean tagged(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains(";tag=");
    }
}
