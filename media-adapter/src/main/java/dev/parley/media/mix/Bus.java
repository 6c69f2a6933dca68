package dev.parley.media.mix;

/**
 * The two parties that make what is played to one of them a source for all legs.
 *
 * <p>{@link #MOUTH} sends its RTP to {@link #EAR} inside rtpengine; whatever is played to the mouth comes out of the ear
 * as an ordinary stream. Ids of legs cannot begin with a dot, so the names are free.
 */
public final class Bus {
    public static final String MOUTH = ".bus-mouth";
    public static final String EAR = ".bus-ear";

    private Bus() {}

    public static boolean isPart(String party) {
        return party.equals(MOUTH) || party.equals(EAR);
    }
}
