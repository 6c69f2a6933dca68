package dev.parley.conference.application;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/** What conferences may ask about calls that are none of theirs yet. Throws {@link StorageUnavailable}. */
public interface CallDesk {
    /**
     * Asks whoever holds this two-party call to make a conference of it (R21). Whether anybody holds it is not known here;
     * if so, the conference is told of when it begins.
     *
     * @param call the room of the two-party call
     * @param administrator whose leg becomes the administrator's
     * @param conference the room to go to; none: the first dynamic room of the tenant that is free
     */
    void escalate(RoomId call, LegId administrator, Optional<RoomId> conference);
}
