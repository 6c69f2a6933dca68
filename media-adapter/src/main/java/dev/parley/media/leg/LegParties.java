package dev.parley.media.leg;

import dev.parley.media.mix.Seat;
import java.util.List;

/**
 * The parties of a leg in rtpengine: the leg itself, which faces the telephone and is not mixed, and those of its
 * {@link Gateway}.
 */
public final class LegParties {
    private static final String OUTER = "~out";
    private static final String INNER = "~mix";
    private static final String PACE = "~pace";
    private static final String VOICE = "~voice";
    private static final String SAY = "~say";
    private static final String SAID = "~said";

    private LegParties() {}

    /** The gateway's end that is coupled with the leg. */
    static String outer(String leg) {
        return leg + OUTER;
    }

    /** The gateway's end that is mixed. */
    static String inner(String leg) {
        return leg + INNER;
    }

    /** What comes of the telephone, into which no time is lost or gained: it sends at a steady pace. */
    static String pace(String leg) {
        return leg + PACE;
    }

    /** What the pace is sent to: others hear the leg here. */
    static String voice(String leg) {
        return leg + VOICE;
    }

    /** Where prompts are played that the leg alone is to hear. */
    public static String say(String leg) {
        return leg + SAY;
    }

    /** What prompts are sent to: the leg hears them here. */
    static String said(String leg) {
        return leg + SAID;
    }

    public static Seat seat(String leg) {
        return new Seat(leg, inner(leg), voice(leg));
    }

    /** All of them; the leg itself comes last, so that nobody hears a leg of which something is gone. */
    public static List<String> of(String leg) {
        return List.of(voice(leg), pace(leg), said(leg), say(leg), inner(leg), outer(leg), leg);
    }

    /** Whether the party has edges of the mix. */
    public static boolean isMixed(String party) {
        return party.endsWith(INNER) || party.endsWith(VOICE) || party.startsWith(".");
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
