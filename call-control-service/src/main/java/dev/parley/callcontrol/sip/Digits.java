package dev.parley.callcontrol.sip;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Keys that come by SIP INFO; no RFC describes it, two forms are in use. */
public final class Digits {
    private static final Predicate<String> KEY = Pattern.compile("[0-9A-D*#]").asMatchPredicate();

    private Digits() {}

    /** The key, from {@code application/dtmf-relay} ({@code Signal=5}) or {@code application/dtmf} ({@code 5}). */
    public static Optional<String> in(SipRequest info) {
        String type = info.headers().contentType().orElse("");
        if (type.equals("application/dtmf-relay")) {
            return Arrays.stream(info.body().split("\r?\n", -1))
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("Signal"))
                    .map(pair -> key(pair[1]))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return type.equals("application/dtmf") ? key(info.body()) : Optional.empty();
    }

    private static Optional<String> key(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT);
        return switch (key) {
            case "10" -> Optional.of("*");
            case "11" -> Optional.of("#");
            default -> Optional.of(key).filter(KEY);
        };
    }
}
