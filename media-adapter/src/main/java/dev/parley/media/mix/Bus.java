package dev.parley.media.mix;

/**
 * The parties of a room that are no leg.
 *
 * <p>{@link #MOUTH} sends its RTP to {@link #EAR} inside rtpengine, so that whatever is played to the mouth comes out of
 * the ear as an ordinary stream for all legs. {@link #SINK} takes audio and sends it nowhere: rtpengine looks for keys
 * only in a stream that goes somewhere. Ids of legs are UUIDs, so names with a dot in front are free.
 */
public final class Bus {
    public static final String MOUTH = ".mouth";
    public static final String EAR = ".ear";
    public static final String SINK = ".sink";

    private Bus() {}

    public static boolean isPart(String party) {
        return party.startsWith(".");
    }
}
