package dev.parley.conference.application;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.List;

/** The timers of all legs. */
public interface Timers {
    /** A timer that has run out. */
    record Due(RoomId room, LegId leg, Instant due) {}

    /**
     * Some of those that have run out by now, the oldest first.
     *
     * @throws StorageUnavailable when they cannot be known now
     */
    List<Due> due(Instant now);
}
