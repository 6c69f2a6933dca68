package dev.parley.conference.application;

import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/** What the directory says about rooms. */
public interface RoomPolicies {
    /** The room's settings; none when there is no such room. */
    Optional<RoomPolicy> find(RoomId room);

    /** How a room that does not exist pretends to be: like one with a PIN that nobody knows. */
    RoomPolicy pretence(RoomId room);

    /** What these digits are in this room. */
    PinMatch match(RoomId room, String digits);
}
