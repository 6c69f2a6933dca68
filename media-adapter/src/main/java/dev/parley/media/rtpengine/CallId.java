package dev.parley.media.rtpengine;

import dev.parley.contracts.id.RoomId;

/**
 * Names a call in rtpengine: where the audio of a room is. As a rule it has the room's own name; a conference that a
 * two-party call has become stays in the call of that.
 */
public record CallId(String value) {

    public static CallId of(RoomId room) {
        return new CallId(room.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
