package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.function.Function;

/** All rooms that ever had a conference, and what is still to be told about them. */
public interface Conferences {
    /**
     * Changes one room, in one transaction: its state, its timers, the record of its conferences, the messages to be
     * sent, and that the trigger was consumed. Nobody else changes the room meanwhile.
     *
     * @throws StorageUnavailable when nothing could be stored; nothing has changed, and it is worth trying again
     */
    Outcome change(RoomId room, Trigger trigger, Function<ConferenceState, Transition> step);

    /** What became of a change. */
    sealed interface Outcome {
        /**
         * Stored.
         *
         * @param envelopes what is to be sent now, in this order
         * @param inheritance whether messages of an earlier process about this room still wait to be sent before these
         */
        record Stored(Transition transition, List<Envelope> envelopes, boolean inheritance) implements Outcome {}

        /** The trigger was consumed before, or has lost its meaning. */
        record Repeated() implements Outcome {}
    }
}
