package dev.parley.contracts.media;

import dev.parley.contracts.Required;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;

/**
 * Who is to hear whom in a room, whole: desired state, not an order. Topic
 * {@link dev.parley.contracts.Topics#MEDIA_PLANS}, key room; the newest replaces all before.
 *
 * <p>A leg hears every other leg of its own group that may be heard, once, and never itself.
 *
 * @param revision grows with every plan of the room; a plan that is not newer is ignored
 * @param ambience what a leg hears beneath the others, and when there is nobody else
 */
public record AudioPlan(RoomId room, long revision, Ambience ambience, List<PlannedLeg> legs) implements RoomMessage {
    public AudioPlan {
        Required.field(room, "room");
        Required.field(ambience, "ambience");
        legs = List.copyOf(Required.field(legs, "legs"));
    }

    /**
     * @param group legs of one group hear each other: {@code main}, or the name of a private consultation
     * @param heard whether the others hear this leg
     * @param hears whether this leg hears the others
     */
    public record PlannedLeg(LegId leg, String group, boolean heard, boolean hears) {
        public static final String MAIN = "main";

        public PlannedLeg {
            Required.field(leg, "leg");
            Required.field(group, "group");
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
