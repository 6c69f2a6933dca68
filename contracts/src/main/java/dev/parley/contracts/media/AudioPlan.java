package dev.parley.contracts.media;

import dev.parley.contracts.Required;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * Who is to hear whom in a room, whole: desired state, not an order. Topic
 * {@link dev.parley.contracts.Topics#MEDIA_PLANS}, key room; the newest replaces all before.
 *
 * <p>A leg hears every other leg of its own group that may be heard, once, and never itself.
 *
 * @param revision grows with every plan of the room; a plan that is not newer is ignored
 * @param ambience what a leg hears beneath the others, and when there is nobody else
 * @param music the sound that is meant by {@code MUSIC}: a prompt's name; none: Parley's own
 * @param recording all that is heard in the group {@code main} is recorded under this name; none: not recorded
 * @param call rtpengine's call-id where the legs are, when the room went on where a two-party call was; none: the room's
 *     own name
 * @param movedTo the room that has taken over this room's legs and media, as they are: this room is not to be touched
 *     any more, not even when its tombstone comes; none: it has its own
 */
public record AudioPlan(
        RoomId room,
        long revision,
        Ambience ambience,
        List<PlannedLeg> legs,
        Optional<String> music,
        Optional<RecordingId> recording,
        Optional<String> call,
        Optional<RoomId> movedTo)
        implements RoomMessage {
    public AudioPlan {
        Required.field(room, "room");
        Required.field(ambience, "ambience");
        legs = List.copyOf(Required.field(legs, "legs"));
    }

    /** A plan of a room whose media is in the call of its own name. */
    public AudioPlan(
            RoomId room,
            long revision,
            Ambience ambience,
            List<PlannedLeg> legs,
            Optional<String> music,
            Optional<RecordingId> recording) {
        this(room, revision, ambience, legs, music, recording, Optional.empty(), Optional.empty());
    }

    /** A plan without music of its own, that records nothing. */
    public AudioPlan(RoomId room, long revision, Ambience ambience, List<PlannedLeg> legs) {
        this(room, revision, ambience, legs, Optional.empty(), Optional.empty());
    }

    /**
     * @param group legs of one group hear each other: {@code main}, or the name of a private consultation
     * @param heard whether the others hear this leg
     * @param hears whether this leg hears the others
     * @param ambience what this leg hears beneath; none: the plan's
     * @param recording what comes from this leg alone is recorded under this name; none: not recorded
     */
    public record PlannedLeg(
            LegId leg,
            String group,
            boolean heard,
            boolean hears,
            Optional<Ambience> ambience,
            Optional<RecordingId> recording) {
        public static final String MAIN = "main";

        public PlannedLeg {
            Required.field(leg, "leg");
            Required.field(group, "group");
        }

        /** A leg with the plan's ambience, of which no recording is made. */
        public PlannedLeg(LegId leg, String group, boolean heard, boolean hears) {
            this(leg, group, heard, hears, Optional.empty(), Optional.empty());
        }

        public static PlannedLeg open(LegId leg) {
            return new PlannedLeg(leg, MAIN, true, true);
        }
    }

    /** Something always plays: many phones drop a call without RTP (R28). */
    public enum Ambience {
        SILENCE,
        MUSIC
    }
}
