package dev.parley.media.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way a stream flows, from the side that says it (RFC 3264 §6.1). */
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    static Optional<Direction> ofAttribute(String line) {
        for (Direction direction : values()) {
            if (line.equals(direction.attribute())) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    /** The same flow, as the other side has to say it in its answer. */
    public Direction answered() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    /** The same stream without a way to send back: what an unreachable address ({@code 0.0.0.0}) means. */
    Direction withoutReceiving() {
        return switch (this) {
            case SENDRECV, SENDONLY -> SENDONLY;
            case RECVONLY, INACTIVE -> INACTIVE;
        };
    }

    String attribute() {
        return "a=" + name().toLowerCase(Locale.ROOT);
    }
}
