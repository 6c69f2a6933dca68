package dev.parley.contracts.media;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Required;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;

/** What media-adapter noticed. Topic {@link dev.parley.contracts.Topics#MEDIA_EVENTS}, key room. */
public sealed interface MediaEvent extends RoomMessage {

    /** What it noticed of one leg. */
    sealed interface OfLeg extends MediaEvent, LegMessage {}

    /**
     * One key, once, when it was released: {@code 0}–{@code 9}, {@code *}, {@code #}, {@code A}–{@code D} (RFC 4733 §3.2).
     *
     * @param digit on the topic sealed for the leg ({@link DigitSeal})
     */
    record DigitPressed(RoomId room, LegId leg, String digit) implements OfLeg {
        public DigitPressed {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(digit, "digit");
        }
    }

    /** A prompt that conference-service asked for is over. */
    record PromptEnded(RoomId room, LegId leg, String request) implements OfLeg {
        public PromptEnded {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(request, "request");
        }
    }

    /** No packet has come from this leg for longer than it may be silent. */
    record LegMediaLost(RoomId room, LegId leg) implements OfLeg {
        public LegMediaLost {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * A {@code RecordName} is over.
     *
     * @param spoken whether something was said that can be played
     */
    record NameRecorded(RoomId room, LegId leg, String request, boolean spoken) implements OfLeg {
        public NameRecorded {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(request, "request");
        }
    }

    /**
     * A recording is whole and can be fetched: no plan names it any more, or its room is over.
     *
     * @param file its name under the folder of recordings: {@code <tenant>/<recording>.wav}
     * @param seconds how long it is, pauses included
     */
    record RecordingFinished(RoomId room, RecordingId recording, String file, long seconds) implements MediaEvent {
        public RecordingFinished {
            Required.field(room, "room");
            Required.field(recording, "recording");
            Required.field(file, "file");
        }
    }
}
