package dev.parley.conference.application;

import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The messages that are stored, and not yet known to have arrived. All of it throws {@link StorageUnavailable}. */
public interface Outbox {
    /** All that waits about this room, in the order in which it was stored. */
    List<Envelope> waiting(RoomId room);

    /** Rooms with a message that has waited since before then. */
    List<RoomId> roomsWaitingSince(Instant then);

    /** These have arrived. */
    void remove(Collection<UUID> arrived);
}
