package dev.parley.conference.domain;

import java.util.OptionalInt;

/**
 * How much of something there is, and how much there may be (R29).
 *
 * @param limit none: as much as one likes
 */
public record Quota(int used, OptionalInt limit) {
    public static final Quota UNLIMITED = new Quota(0, OptionalInt.empty());

    boolean isExhausted() {
        return !hasRoomFor(1);
    }

    boolean hasRoomFor(int more) {
        return limit.isEmpty() || used + more <= limit.getAsInt();
    }
}
