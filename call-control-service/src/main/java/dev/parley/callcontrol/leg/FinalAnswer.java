package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.sip.Headers;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an INVITE is refused.
 *
 * @param retryAfter seconds
 * @param q850 cause for networks that speak ISUP (RFC 3326)
 */
public record FinalAnswer(int status, OptionalInt retryAfter, OptionalInt q850) {
    private static final int LATER = 5;

    public static FinalAnswer of(int status) {
        return new FinalAnswer(status, OptionalInt.empty(), OptionalInt.empty());
    }

    public static FinalAnswer of(int status, int q850) {
        return new FinalAnswer(status, OptionalInt.empty(), OptionalInt.of(q850));
    }

    /** 503, and when to try again. */
    public static FinalAnswer unavailable() {
        return new FinalAnswer(503, OptionalInt.of(LATER), OptionalInt.empty());
    }

    Headers headers() {
        return Headers.NONE
                .with("Retry-After", text(retryAfter))
                .with("Reason", text(q850).map(cause -> "Q.850;cause=" + cause));
    }

    private static Optional<String> text(OptionalInt number) {
        return number.isPresent() ? Optional.of(String.valueOf(number.getAsInt())) : Optional.empty();
    }
}
