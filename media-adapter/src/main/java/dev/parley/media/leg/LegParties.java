package dev.parley.media.leg;

import dev.parley.media.mix.Seat;
import java.util.List;

/**
 * The parties of a leg in rtpengine.
 *
 * <p>A G.711 leg is one party. Every other leg has a gateway behind it, two parties that send each other their RTP:
 * rtpengine 26.0.1 mixes for G.722 at half the sample rate, so that everything is heard an octave too high, and plays
 * prompts to Opus at a wrong speed unless the file has 48 kHz and two channels. Coding without mixing is right, and so
 * are mixing and playing at 16 kHz linear.
 */
public final class LegParties {
    private static final String OUTER = "~out";
    private static final String INNER = "~mix";

    private LegParties() {}

    /** Faces the leg, unmixed. */
    static String outer(String leg) {
        return leg + OUTER;
    }

    /** Sits in the mix for the leg. */
    static String inner(String leg) {
        return leg + INNER;
    }

    public static Seat gatewaySeat(String leg) {
        return new Seat(leg, inner(leg));
    }

    public static List<String> of(Seat seat) {
        return seat.isDirect() ? List.of(seat.leg()) : List.of(seat.leg(), outer(seat.leg()), seat.party());
    }

    /** Whether the party is the part of a gateway that has no edges of the mix. */
    public static boolean isOuter(String party) {
        return party.endsWith(OUTER);
    }

    /** The leg that a party belongs to. */
    public static String legOf(String party) {
        int mark = party.indexOf('~');
        return mark < 0 ? party : party.substring(0, mark);
    }
}
