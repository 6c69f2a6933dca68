package dev.parley.callcontrol.leg;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;

/**
 * What never changes about a leg. Its local tag is its id, so that a message's tag names its leg.
 *
 * @param room where its media is
 * @param contact our Contact value towards this party
 */
public record Line(RoomId room, LegId leg, String contact) {
    public String tag() {
        return leg.value();
    }

    /** The same leg with its media elsewhere. */
    public Line in(RoomId other) {
        return new Line(other, leg, contact);
    }
}
