package dev.parley.conference.application;

import dev.parley.contracts.id.RoomId;
import java.util.List;

/** Where stored messages go to be sent. */
public interface Postbox {
    /**
     * Sends these, in this order, after all that was given before about the same room. Does not wait for them to
     * arrive.
     *
     * @param inheritance whether messages of an earlier process about this room have to go first
     */
    void send(RoomId room, List<Envelope> envelopes, boolean inheritance);
}
