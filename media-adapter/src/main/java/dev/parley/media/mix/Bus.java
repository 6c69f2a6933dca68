package dev.parley.media.mix;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import java.util.Optional;

/**
 * The parties of a room that are no leg.
 *
 * <p>{@link #MOUTH} sends its RTP to {@link #EAR} inside rtpengine, so that whatever is played to the mouth comes out of
 * the ear as an ordinary stream for all legs. Ids of legs are UUIDs, so names with a dot in front are free.
 */
public final class Bus {
    public static final String MOUTH = ".mouth";
    public static final String EAR = ".ear";
    /** The same for music, which some hear and others do not; there while somebody does. */
    public static final String MUSIC_MOUTH = ".music-mouth";

    public static final String MUSIC_EAR = ".music-ear";
    private static final String RECORDING = ".rec-";
    private static final String NAME = ".name-";

    private Bus() {}

    public static boolean isPart(String party) {
        return party.startsWith(".");
    }

    /** The tap of a recording. */
    static String recording(RecordingId recording) {
        return RECORDING + recording;
    }

    /** The tap of a name that a leg says. */
    public static String name(LegId leg) {
        return NAME + leg;
    }

    /** Whether the party's RTP leaves rtpengine to be kept. */
    public static boolean isTap(String party) {
        return party.startsWith(RECORDING) || party.startsWith(NAME);
    }

    /** Which recording the party is the tap of. */
    public static Optional<RecordingId> recordingOf(String party) {
        return party.startsWith(RECORDING)
                ? Optional.of(new RecordingId(party.substring(RECORDING.length())))
                : Optional.empty();
    }
}
