package dev.parley.contracts.call;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Required;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.SdpRole;
import java.util.Optional;

/**
 * Asked of, or told to, the call-control instance that holds a leg. Topic
 * {@link dev.parley.contracts.Topics#CALL_COMMANDS}, key leg, partition = instance.
 */
public sealed interface CallCommand extends LegMessage {
    /**
     * Our side's SDP: the answer to what the party offered, or an offer to send.
     *
     * @param negotiation repeats the number of the {@code OpenLeg} (0) or {@code NegotiateLeg} that it answers
     */
    record LegSdp(RoomId room, LegId leg, long negotiation, SdpRole role, String sdp) implements CallCommand {
        public LegSdp {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(role, "role");
            Required.field(sdp, "sdp");
        }
    }

    /** Media could not be set up or agreed; {@code detail} is for the log. */
    record LegMediaFailed(RoomId room, LegId leg, long negotiation, MediaFailure reason, String detail)
            implements CallCommand {
        public LegMediaFailed {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(reason, "reason");
            Required.field(detail, "detail");
        }
    }

    /** A prompt that call-control asked for has been played to its end, was stopped, or could not be played. */
    record LegPromptEnded(RoomId room, LegId leg, String request) implements CallCommand {
        public LegPromptEnded {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(request, "request");
        }
    }

    /** Do not let this arrived leg in. call-control speaks the prompt of the reason, then gives its SIP answer (R8). */
    record RefuseLeg(RoomId room, LegId leg, Refusal reason) implements CallCommand {
        public RefuseLeg {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(reason, "reason");
        }
    }

    /**
     * Call somebody into the room, on the instance that this is sent to. call-control makes the leg's media itself
     * ({@code OpenLeg} without an offer, then {@code NegotiateLeg} with the answer, the early one too) and tells how far it
     * got: {@code LegRinging}, {@code LegProgressed}, {@code LegAnswered}, and {@code LegEnded} in any case. Who asked
     * for the call closes the media.
     *
     * @param leg the leg that is to be made; not known before
     * @param destination an extension of the tenant, an outside number in normal form, or a SIP URI
     * @param caller the number that is shown to the called party; none: the tenant's own
     * @param ringSeconds how long it may ring before {@code NO_ANSWER}
     */
    record PlaceCall(RoomId room, LegId leg, String destination, Optional<String> caller, int ringSeconds)
            implements CallCommand {
        public PlaceCall {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(destination, "destination");
        }
    }

    /** End this leg now: BYE; before the answer CANCEL for one that we called, the final answer for one that called us. */
    record HangUpLeg(RoomId room, LegId leg) implements CallCommand {
        public HangUpLeg {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /** Why a caller is not let into a room; each has its own prompt and its own SIP answer. */
    enum Refusal {
        /** No such room. */
        UNKNOWN,
        FULL,
        LOCKED,
        NOT_STARTED,
        /** Too many wrong PINs have come from there; said without a prompt, and at once. */
        SHUT_OUT,
        /** The tenant has as many conferences or participants as it may have. */
        LIMIT,
        /** Something of ours is out of order; worth another try later. */
        UNAVAILABLE
    }

    enum MediaFailure {
        /** Nothing of what was offered can be used: 488. */
        NO_COMMON_CODEC,
        /** The SDP could not be understood: 488. */
        BAD_SDP,
        /** No rtpengine took the leg: 503. */
        NO_MEDIA_NODE
    }
}
