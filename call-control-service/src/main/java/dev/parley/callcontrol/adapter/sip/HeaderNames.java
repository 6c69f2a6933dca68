package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.parser.Lexer;
import java.util.Locale;
import java.util.Map;

/** Names of header fields. */
final class HeaderNames {
    /** The compact forms of RFC 3261 §7.3.3 and RFC 4028 §4 for the fields that matter here. */
    private static final Map<String, String> COMPACT = Map.of(
            "v",
            "via",
            "f",
            "from",
            "t",
            "to",
            "i",
            "call-id",
            "m",
            "contact",
            "l",
            "content-length",
            "c",
            "content-type",
            "x",
            "session-expires");

    private HeaderNames() {}

    /** The name of a header line in lower case and in its long form; empty text where it has none. */
    static String of(String line) {
        String name = Lexer.getHeaderName(line);
        String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return COMPACT.getOrDefault(plain, plain);
    }
}
