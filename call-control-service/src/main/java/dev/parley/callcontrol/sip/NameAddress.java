package dev.parley.callcontrol.sip;

import java.util.Optional;

/**
 * The value of From, To, Contact or Route: a URI with an optional display name and parameters (RFC 3261 §20.10).
 *
 * @param parameters what follows the address, beginning with {@code ;}, or nothing
 */
public record NameAddress(Optional<String> display, String uri, String parameters) {
    public static NameAddress parse(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', Math.max(open, 0));
        if (open < 0 || close < open) {
            // Without angle brackets all parameters belong to the header, not to the URI.
            int semicolon = value.indexOf(';');
            return semicolon < 0
                    ? new NameAddress(Optional.empty(), value.strip(), "")
                    : new NameAddress(
                            Optional.empty(), value.substring(0, semicolon).strip(), value.substring(semicolon));
        }
        String display = value.substring(0, open).strip();
        return new NameAddress(
                display.isEmpty() ? Optional.empty() : Optional.of(unquote(display)),
                value.substring(open + 1, close).strip(),
                value.substring(close + 1).strip());
    }

    public Optional<String> tag() {
        return parameter(parameters, "tag");
    }

    /** The user part of the URI, without parameters of its own, or nothing when it has none. */
    public static Optional<String> user(String uri) {
        int scheme = uri.indexOf(':');
        int at = uri.indexOf('@');
        if (scheme < 0 || at < scheme) {
            return Optional.empty();
        }
        String user = uri.substring(scheme + 1, at);
        int parameter = user.indexOf(';');
        return Optional.of(parameter < 0 ? user : user.substring(0, parameter));
    }

    /** The user of a {@code sip:} URI of this domain, whatever its port and parameters; nothing for any other text. */
    public static Optional<String> userAt(String uri, String domain) {
        Optional<String> user = uri.regionMatches(true, 0, "sip:", 0, 4) ? user(uri) : Optional.empty();
        String host = uri.substring(uri.indexOf('@') + 1).split("[:;?]", 2)[0];
        return user.filter(_ -> host.equalsIgnoreCase(domain));
    }

    /** A {@code ;name=value} parameter of a header or URI; empty text when it has no value. */
    public static Optional<String> parameter(String text, String name) {
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            if (key.strip().equalsIgnoreCase(name)) {
                return Optional.of(equals < 0 ? "" : part.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }

    /** The address alone, without parameters: what a dialog keeps of From and To. */
    public String address() {
        return display.map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ")
                        .orElse("") + "<" + uri + ">";
    }

    private static String unquote(String display) {
        boolean quoted = display.length() >= 2 && display.startsWith("\"") && display.endsWith("\"");
        return quoted ? display.substring(1, display.length() - 1).replaceAll("\\\\(.)", "$1") : display;
    }
}
