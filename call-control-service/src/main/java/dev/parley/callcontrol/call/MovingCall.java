package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.Leg;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/**
 * A leg that is up in a room of ours and on its way to a conference, where it has arrived.
 *
 * @param offer the media that the conference has for it, once media-adapter has made it
 */
public record MovingCall(CallerSide side, Particulars about, RoomId to, Optional<String> offer) implements Call {
    @Override
    public Leg caller() {
        return side.leg();
    }

    MovingCall with(CallerSide next) {
        return new MovingCall(next, about, to, offer);
    }

    MovingCall offered(String sdp) {
        return new MovingCall(side, about, to, Optional.of(sdp));
    }
}
