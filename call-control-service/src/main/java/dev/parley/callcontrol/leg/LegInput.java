package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.SdpRole;

/** What comes to a leg: from its party, from media-adapter, from a clock, or as an order of the call it is part of. */
public sealed interface LegInput {
    record Requested(SipRequest request) implements LegInput {}

    record Responded(SipResponse response) implements LegInput {}

    /** Our side of a negotiation that this leg asked for. */
    record Negotiated(long negotiation, SdpRole role, String sdp) implements LegInput {}

    record NegotiationFailed(long negotiation) implements LegInput {}

    /** Neither sound nor RTCP has come from the party for long, though it is not on hold (R27). */
    record MediaLost() implements LegInput {}

    record Elapsed(LegTimer timer) implements LegInput {}

    /** Order: say 180. */
    record Ring() implements LegInput {}

    /** Order: say 183 with this answer, so that the caller hears something before the answer. */
    record Progress(String answer) implements LegInput {}

    /** Order: say 200 with this SDP, an answer to their offer or, where they sent none, our offer. */
    record Accept(SdpRole role, String sdp) implements LegInput {}

    /** Order: go on with the media of another room, whose offer this is. */
    record Move(RoomId to, String offer) implements LegInput {}

    /** Order: say no. */
    record Refuse(FinalAnswer answer) implements LegInput {}

    /** Order: end it, whatever stage it is in. */
    record HangUp() implements LegInput {}
}
