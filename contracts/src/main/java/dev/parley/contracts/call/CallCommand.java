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
     * @param caller on whose behalf: an extension, which presents what is set for it, or an outside number of the
     *     tenant's; none: the tenant's own
     * @param ringSeconds how long it may ring before {@code NO_ANSWER}
     * @param call where the room's media is, for {@code OpenLeg.call}; none: where a room's media is by default
     * @param withheld whether the number is withheld (RFC 3323); none: as is set for the extension
     */
    record PlaceCall(
            RoomId room,
            LegId leg,
            String destination,
            Optional<String> caller,
            int ringSeconds,
            Optional<String> call,
            Optional<Boolean> withheld)
            implements CallCommand {
        public PlaceCall {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(destination, "destination");
        }

        /** With the number that is set for whoever asks. */
        public PlaceCall(
                RoomId room,
                LegId leg,
                String destination,
                Optional<String> caller,
                int ringSeconds,
                Optional<String> call) {
            this(room, leg, destination, caller, ringSeconds, call, Optional.empty());
        }

        /** Into a room whose media is where it is by default. */
        public PlaceCall(RoomId room, LegId leg, String destination, Optional<String> caller, int ringSeconds) {
            this(room, leg, destination, caller, ringSeconds, Optional.empty());
        }
    }

    /** About turning a two-party call into a conference (R21). */
    sealed interface Escalation extends CallCommand {}

    /**
     * Make a conference of this two-party call, as if the party at this leg had keyed it and the password were right.
     * Nobody but the instance knows which calls it holds: this is sent to every instance, and those that do not hold the
     * leg pass it over.
     *
     * @param room the room of the two-party call
     * @param leg of the party that becomes the administrator
     * @param conference the room to go to; none: the first dynamic room of the tenant that is free
     */
    record EscalateCall(RoomId room, LegId leg, Optional<RoomId> conference) implements Escalation {
        public EscalateCall {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * The answer to an {@code EscalationAsked}.
     *
     * @param room the room that was asked for
     * @param leg the presser's
     * @param attempt repeats the {@code attempt} of the question
     */
    record EscalationAnswered(RoomId room, LegId leg, String attempt, EscalationOutcome outcome) implements Escalation {
        public EscalationAnswered {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(attempt, "attempt");
            Required.field(outcome, "outcome");
        }
    }

    enum EscalationOutcome {
        /** Both are in the conference, which has just begun. */
        ACCEPTED,
        /** It is not the password of that room; or too many wrong ones have come. */
        WRONG_PASSWORD,
        /** Somebody is in that room; another may be free. */
        TAKEN,
        /** There is no such room, or the tenant has as many conferences or participants as it may have. */
        UNAVAILABLE
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
