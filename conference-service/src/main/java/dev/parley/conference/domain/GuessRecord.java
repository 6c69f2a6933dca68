package dev.parley.conference.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong PINs that came from somewhere, or went somewhere, lately.
 *
 * @param failures each within {@link #FORGOTTEN_AFTER} of the one before
 * @param last when the last of them was
 */
public record GuessRecord(int failures, Instant last) {
    /** Long enough that a four-digit PIN lasts for years, short enough for somebody who only mistyped. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    public static final GuessRecord NONE = new GuessRecord(0, Instant.EPOCH);

    /** After one more. */
    public GuessRecord plus(Instant now) {
        return new GuessRecord(at(now) + 1, now);
    }

    int at(Instant now) {
        return now.isBefore(last.plus(FORGOTTEN_AFTER)) ? failures : 0;
    }
}
