package dev.parley.systemtests.torture;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether whoever reads a request can answer it, and so has to. An answer copies From, To, Call-ID and CSeq (RFC 3261
 * §8.2.6.2) and goes where the topmost Via says (§18.2.2). A request is answerable when
 *
 * <ul>
 *   <li>its head ends with an empty line, and its lines with CR LF;
 *   <li>its request line is method, printable Request-URI and SIP/2.0, apart by one space, and the method is not ACK;
 *   <li>From, To, Call-ID and CSeq are there once each, and follow the grammar of §25.1; the number in CSeq is below 2**31;
 *   <li>the topmost Via follows the grammar, names the address that it was sent from, and has a branch with the magic cookie;
 *   <li>over a stream, Content-Length is there once, not folded, and no larger than what follows (§18.3, §20.14).
 * </ul>
 *
 * All else may be as wrong as it likes.
 */
final class Answerable {
    private static final String TOKEN = "[\\w\\-.!%*+`'~]+";
    private static final String QUOTED =
            "\"(?:[^\"\\\\\\r\\n\\x00-\\x08\\x0a-\\x1f\\x7f]|\\\\[\\x00-\\x09\\x0b\\x0c\\x0e-\\x7f])*\"";
    private static final String PARAMETERS =
            "(?:\\s*;\\s*" + TOKEN + "(?:\\s*=\\s*(?:[\\w\\-.!%*+`'~]+|\\[[0-9A-Fa-f:.]+]|" + QUOTED + "))?)*";
    private static final String SCHEME = "(?:sips?|tel):";
    private static final Pattern START = Pattern.compile("(" + TOKEN + ") [\\x21-\\x7e]+ SIP/2\\.0");
    private static final Pattern ADDRESS = Pattern.compile("(?:(?:" + QUOTED + "|(?:" + TOKEN + "\\s+)*)\\s*<" + SCHEME
            + "[\\w\\-.!~*'()&=+$,;?/%:@\\[\\]]+>|" + SCHEME + "[\\w\\-.!~*'()&=+$/%:@]+)" + PARAMETERS);
    private static final Pattern CALL_ID =
            Pattern.compile("[\\w\\-.!%*+`'~()<>:\\\\\"/\\[\\]?{}]+(?:@[\\w\\-.!%*+`'~()<>:\\\\\"/\\[\\]?{}]+)?");
    private static final Pattern CSEQ = Pattern.compile("(\\d{1,10})\\s+" + TOKEN);
    private static final Pattern LENGTH = Pattern.compile("\\d{1,5}");
    private static final Pattern LENGTH_LINE =
            Pattern.compile("(?im)^(?:Content-Length|l)[ \\t]*:[ \\t]*\\d+[ \\t]*\\r?$");
    private static final long CSEQ_LIMIT = 1L << 31;
    private static final String END = "\r\n\r\n";

    private final List<String> headers;
    private final String start;
    private final int bodyLength;

    private Answerable(String start, List<String> headers, int bodyLength) {
        this.start = start;
        this.headers = headers;
        this.bodyLength = bodyLength;
    }

    static boolean is(byte[] request, InetSocketAddress from, boolean overStream) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end);
        if (head.replace("\r\n", "").matches("(?s).*[\\r\\n].*")) {
            return false;
        }
        List<String> lines = Arrays.asList(head.replaceAll("\\r\\n[ \\t]+", " ").split("\\r\\n", -1));
        if (overStream && !LENGTH_LINE.matcher(head).find()) {
            return false;
        }
        return new Answerable(lines.getFirst(), lines.subList(1, lines.size()), text.length() - end - END.length())
                .isSo(from, overStream);
    }

    /** Whether a stream is at the beginning of a message again behind it. */
    static boolean isWhole(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        var lengths = LENGTH_LINE.matcher(end < 0 ? "" : text.substring(0, end)).results().toList();
        String length = lengths.size() == 1 ? lengths.getFirst().group().replaceAll("\\D", "") : "";
        return length.equals(String.valueOf(text.length() - end - END.length()));
    }

    private boolean isSo(InetSocketAddress from, boolean overStream) {
        var request = START.matcher(start);
        return request.matches()
                && !request.group(1).equals("ACK")
                && once("from", "f", ADDRESS)
                && once("to", "t", ADDRESS)
                && once("call-id", "i", CALL_ID)
                && once("cseq", "cseq", CSEQ)
                && number() < CSEQ_LIMIT
                && leadsBack(from)
                && (!overStream || isFramed());
    }

    private boolean once(String name, String compact, Pattern form) {
        List<String> values = values(name, compact);
        return values.size() == 1 && form.matcher(values.getFirst()).matches();
    }

    private long number() {
        return Long.parseLong(values("cseq", "cseq").getFirst().split("\\s", 2)[0]);
    }

    private boolean leadsBack(InetSocketAddress from) {
        List<String> vias = values("via", "v");
        Pattern ours = Pattern.compile("SIP/2\\.0/(?:UDP|TCP) " + Pattern.quote(from.getHostString()) + ":"
                + from.getPort() + "(?=.*;\\s*branch\\s*=\\s*z9hG4bK\\w)" + PARAMETERS + "\\s*");
        return !vias.isEmpty() && ours.matcher(vias.getFirst()).matches();
    }

    private boolean isFramed() {
        List<String> lengths = values("content-length", "l");
        return lengths.size() == 1
                && LENGTH.matcher(lengths.getFirst()).matches()
                && Integer.parseInt(lengths.getFirst()) <= bodyLength;
    }

    private List<String> values(String name, String compact) {
        return headers.stream()
                .filter(line -> line.indexOf(':') > 0)
                .filter(line -> {
                    String here = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
                    return here.equals(name) || here.equals(compact);
                })
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
    }
}
