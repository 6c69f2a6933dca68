package dev.parley.contracts.media;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Required;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asked of media-adapter about one leg. Topic {@link dev.parley.contracts.Topics#MEDIA_COMMANDS}, key room. Repeating a
 * command changes nothing and repeats its answer.
 */
public sealed interface MediaCommand extends LegMessage {
    /**
     * Make a leg in the room's call, hearing nothing of the room yet; answered by {@code LegSdp} number 0 or
     * {@code LegMediaFailed}. It is in the mix once an {@link AudioPlan} names it.
     *
     * @param instance the call-control instance to answer to
     * @param offer what the party offered; without one the answer is our offer
     * @param call rtpengine's call-id where the room's media is; none: the room's own name
     */
    record OpenLeg(RoomId room, LegId leg, int instance, Optional<String> offer, Optional<String> call)
            implements MediaCommand {
        public OpenLeg {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }

        /** In the call that has the room's name. */
        public OpenLeg(RoomId room, LegId leg, int instance, Optional<String> offer) {
            this(room, leg, instance, offer, Optional.empty());
        }
    }

    /**
     * Go on negotiating: the party's answer to our offer (no reply but on failure), its new offer (reply: our answer),
     * or, without SDP, a wish for our offer (reply: our offer).
     *
     * @param negotiation counts up from 1 within a leg; repeated in the reply
     * @param role what {@code sdp} is; {@code OFFER} without an SDP asks for ours
     */
    record NegotiateLeg(RoomId room, LegId leg, int instance, long negotiation, SdpRole role, Optional<String> sdp)
            implements MediaCommand {
        public NegotiateLeg {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(role, "role");
        }
    }

    /** The leg is gone: take it out of the mix and free its ports. */
    record CloseLeg(RoomId room, LegId leg) implements MediaCommand {
        public CloseLeg {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * Play to this leg alone, after whatever it is hearing now.
     *
     * @param request names this wish in the answer and in {@code StopPrompt}
     * @param prompts ids of prompts, played one after the other; {@code name/<request>} is what a {@code RecordName} of
     *     this room has recorded under that request
     * @param language BCP 47, such as {@code en}
     * @param instance the call-control instance to tell of the end ({@code LegPromptEnded}); without one the end is
     *     told on the media events ({@code PromptEnded})
     */
    record PlayPrompt(
            RoomId room, LegId leg, String request, List<String> prompts, String language, OptionalInt instance)
            implements MediaCommand {
        public PlayPrompt {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(request, "request");
            prompts = List.copyOf(Required.field(prompts, "prompts"));
            Required.field(language, "language");
        }
    }

    /** Stop what this leg hears and forget what waits behind it. */
    record StopPrompt(RoomId room, LegId leg) implements MediaCommand {
        public StopPrompt {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * Record what this leg says now, a name, after a tone: it is heard by nobody, and kept for as long as the room is.
     * Answered by {@code NameRecorded}, also when nothing was said.
     *
     * @param request names the recording, in {@code PlayPrompt} too; unique in the room
     * @param seconds how long it may be at most
     */
    record RecordName(RoomId room, LegId leg, String request, int seconds) implements MediaCommand {
        public RecordName {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(request, "request");
        }
    }

    /** The name is said: end the recording that {@code RecordName} began. */
    record EndName(RoomId room, LegId leg) implements MediaCommand {
        public EndName {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * Press this key towards the party at this leg, so that its telephone, or the voice menu there, gets it: as an RFC 4733
     * event, or as a tone where it does not take those. Keys of one leg are pressed one after the other, in order.
     *
     * @param digit {@code 0}–{@code 9}, {@code *}, {@code #}, {@code A}–{@code D}; on the topic sealed for the leg
     *     ({@link DigitSeal})
     */
    record SendDigit(RoomId room, LegId leg, String digit) implements MediaCommand {
        public SendDigit {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(digit, "digit");
        }

        /** Without the key, which may be part of a secret. */
        @Override
        public String toString() {
            return "SendDigit[room=" + room + ", leg=" + leg + "]";
        }
    }
}
