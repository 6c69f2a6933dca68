package dev.parley.callcontrol.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;

/** Dialled numbers in URIs, however they are written (RFC 3261 §19.1.4, RFC 3966, RFC 4694). */
final class Numbers {
    /** A number with at least one of the separators of RFC 3966 §5.1.1, which mean nothing. */
    private static final Pattern SEPARATED = Pattern.compile("\\+?[0-9(][0-9().-]*[0-9]");

    /** Whatever else an escape stands for could break out of a URI of ours that the number goes into. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.!~*'()+#$&=,/-]{1,64}");

    private static final Pattern SEPARATORS = Pattern.compile("[().-]");

    private Numbers() {}

    /**
     * What was dialled: the user part without escapes, and without what a network or telephone has put behind it
     * ({@code ;npdi;rn=…}, {@code ;isub=…}, {@code ;cpc=…}, {@code ;phone-context=…}); a number without separators.
     */
    static Optional<String> in(String uri) {
        return Grammar.uri(uri).flatMap(Numbers::user).map(Numbers::plain).filter(HARMLESS.asMatchPredicate());
    }

    private static Optional<String> user(URI uri) {
        return switch (uri) {
            case SipURI sip -> Optional.ofNullable(sip.getUser());
            case TelURL tel -> Optional.of((tel.isGlobal() ? "+" : "") + tel.getPhoneNumber());
            default -> Optional.empty();
        };
    }

    private static String plain(String user) {
        // Escapes come last: an escaped semicolon begins no parameter.
        String name = decoded(user.split(";", 2)[0]);
        return SEPARATED.matcher(name).matches() ? SEPARATORS.matcher(name).replaceAll("") : name;
    }

    /** A {@code +} is a plus sign here, and no blank. */
    private static String decoded(String user) {
        return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
