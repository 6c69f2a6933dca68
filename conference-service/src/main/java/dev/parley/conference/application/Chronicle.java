package dev.parley.conference.application;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is told publicly about conferences: each change once, those of a room in order. */
public interface Chronicle {
    /**
     * Tells the reader first what has been told since the start, then what is told, until it is closed. Returns when the
     * reader has caught up. One thread at a time calls the reader, which must not block.
     */
    Following follow(Start start, Predicate<RoomId> rooms, Consumer<Entry> reader);

    /** One reader's place. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * One change.
     *
     * @param position where to go on after it
     * @param invitation that it is about
     * @param cloudEvent all of it, as a CloudEvent in JSON, in one line
     */
    record Entry(
            RoomId room,
            ConferenceId conference,
            long sequence,
            String type,
            Instant time,
            Optional<String> invitation,
            Position position,
            String cloudEvent) {}

    /** From when on. */
    sealed interface Start {
        record Now() implements Start {}

        record At(Position position) implements Start {}

        /** Rather from a little before that time. */
        record Since(Instant time) implements Start {}
    }

    /**
     * A place in all that was ever told.
     *
     * @param next of each of its strands the number that comes next
     */
    record Position(List<Long> next) {
        private static final String FORMAT = "[0-9]{1,18}(\\.[0-9]{1,18}){0,999}";

        public Position {
            next = List.copyOf(next);
        }

        /** Reads {@link #toString()}. */
        public static Optional<Position> of(String text) {
            return text.matches(FORMAT)
                    ? Optional.of(new Position(
                            Arrays.stream(text.split("\\.")).map(Long::valueOf).toList()))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return next.stream().map(String::valueOf).collect(Collectors.joining("."));
        }
    }
}
