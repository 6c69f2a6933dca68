package dev.parley.media.mix;

/**
 * The parties of a room that are no leg.
 *
 * <p>{@link #MOUTH} sends its RTP to {@link #EAR} inside rtpengine, so that whatever is played to the mouth comes out of
 * the ear as an ordinary stream for all legs. Ids of legs are UUIDs, so names with a dot in front are free.
 */
public final class Bus {
    public static final String MOUTH = ".mouth";
    public static final String EAR = ".ear";

    private Bus() {}

    public static boolean isPart(String party) {
        return party.startsWith(".");
    }
}
