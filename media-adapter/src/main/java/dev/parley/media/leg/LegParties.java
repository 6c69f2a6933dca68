package dev.parley.media.leg;

import dev.parley.media.mix.Seat;
import java.util.List;

/**
 * The parties of a leg in rtpengine: the leg itself, which faces the telephone and is not mixed, and the two ends of its
 * {@link Gateway}.
 */
public final class LegParties {
    private static final String OUTER = "~out";
    private static final String INNER = "~mix";

    private LegParties() {}

    /** The gateway's end that is coupled with the leg. */
    static String outer(String leg) {
        return leg + OUTER;
    }

    /** The gateway's end that is mixed. */
    static String inner(String leg) {
        return leg + INNER;
    }

    public static Seat seat(String leg) {
        return new Seat(leg, inner(leg));
    }

    /** All of them; the leg itself comes last, so that nobody hears a leg of which something is gone. */
    public static List<String> of(String leg) {
        return List.of(inner(leg), outer(leg), leg);
    }

    /** Whether the party has edges of the mix. */
    public static boolean isMixed(String party) {
        return party.endsWith(INNER) || party.startsWith(".");
    }

    /** Whether the party faces a telephone. */
    public static boolean isLeg(String party) {
        return party.indexOf('~') < 0 && !party.startsWith(".");
    }

    /** The leg that a party belongs to. */
    public static String legOf(String party) {
        int mark = party.indexOf('~');
        return mark < 0 ? party : party.substring(0, mark);
    }
}
