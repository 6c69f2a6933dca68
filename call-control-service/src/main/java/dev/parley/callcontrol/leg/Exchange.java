package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;

/** What is being negotiated in a dialog at the moment. At most one thing is (RFC 3261 §14). */
public sealed interface Exchange {
    /** Nothing. */
    record Settled() implements Exchange {}

    /**
     * They sent a re-INVITE or UPDATE, and media-adapter is asked for our side of it.
     *
     * @param before the SDP they sent before
     */
    record Answering(SipRequest request, String before) implements Exchange {}

    /**
     * Our 2xx is repeated until the ACK comes (§13.3.1.4).
     *
     * @param first whether this is the 2xx that made the dialog
     * @param wantsAnswer whether our 2xx held the offer, so that the ACK brings the answer
     */
    record AwaitingAck(
            SipRequest request,
            SipResponse response,
            boolean first,
            boolean wantsAnswer,
            Duration interval,
            Instant giveUp)
            implements Exchange {
        /** The same, once it has been told that the dialog is there. */
        AwaitingAck told() {
            return new AwaitingAck(request, response, false, wantsAnswer, interval, giveUp);
        }
    }

    /** Our re-INVITE with the media of another room waits for its response. */
    record Moving(RoomId to, String offer, long cseq) implements Exchange {}

    /** Our session refresh waits for its response. */
    record Refreshing(String method, long cseq) implements Exchange {}
}
