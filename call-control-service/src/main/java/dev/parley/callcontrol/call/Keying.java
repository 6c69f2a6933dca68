package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * What the keys of a two-party call are about.
 *
 * <pre>
 *  Idle ──*──▶ Starred ──0──▶ Password ──#──▶ Asking ──accepted──▶ an {@link EscalatedCall}
 *   ▲            └─another─┐     └─silence─┐     └─taken: the next room
 *   └──────────────────────┴───────────────┴───────wrong, none free
 * </pre>
 */
sealed interface Keying {
    /** The room that may have taken both in, for all we know: it is told when they are gone. */
    Optional<RoomId> owed();

    /** Whether the two do not hear each other meanwhile. */
    default boolean apart() {
        return switch (this) {
            case Idle _, Starred _ -> false;
            case Password _ -> true;
            case Asking asking -> asking.aside();
        };
    }

    /** Whose keys they are; nobody's in particular while nothing is collected. */
    default Optional<LegId> presser() {
        return switch (this) {
            case Idle _ -> Optional.empty();
            case Starred starred -> Optional.of(starred.by());
            case Password password -> Optional.of(password.by());
            case Asking asking -> Optional.of(asking.by());
        };
    }

    /** Keys go through to the other side. */
    record Idle(Optional<RoomId> owed) implements Keying {
        /** Nothing has been keyed, and nothing is owed. */
        static final Idle NOTHING = new Idle(Optional.empty());
    }

    /** A {@code *} is held back until it is known what comes of it. */
    record Starred(LegId by, Optional<RoomId> owed) implements Keying {}

    /** A password is being keyed. */
    record Password(LegId by, String typed, Optional<RoomId> owed) implements Keying {
        Password typed(String more) {
            return new Password(by, more, owed);
        }

        @Override
        public String toString() {
            return "Password[by=" + by + "]";
        }
    }

    /**
     * A room has been asked whether it takes both in.
     *
     * @param password none: somebody with the right to it has asked by the API
     * @param rooms this one first, then those that are asked if it is taken
     * @param held who was on hold when it was asked
     */
    record Asking(LegId by, boolean aside, Optional<String> password, List<RoomId> rooms, String attempt, Holds held)
            implements Keying {
        public Asking {
            rooms = List.copyOf(rooms);
        }

        @Override
        public Optional<RoomId> owed() {
            return Optional.of(rooms.getFirst());
        }

        List<RoomId> others() {
            return rooms.subList(1, rooms.size());
        }

        @Override
        public String toString() {
            return "Asking[by=" + by + ", attempt=" + attempt + "]";
        }
    }
}
