package dev.parley.systemtests.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * A place at which a known sound is heard, in samples from the beginning of what was heard.
 *
 * @param likeness 1: the same but for its loudness; chance gives little more than 0
 */
public record Match(double likeness, int from, int to) {
    /** What is more alike than this is the same: codecs and mixing leave more, another sentence of the same voice less. */
    public static final double SAME = 0.7;

    // What is this much softer than the known sound is noise, however alike.
    private static final double SOFTEST = 0.01;

    /** Where the known sound is heard, whole; each place once, in the order of time. */
    public static List<Match> of(short[] known, short[] heard) {
        double[] likeness = likeness(known, heard);
        List<Match> found = new ArrayList<>();
        while (true) {
            int best = highest(likeness);
            if (best < 0 || likeness[best] < SAME) {
                found.sort((one, other) -> Integer.compare(one.from, other.from));
                return found;
            }
            found.add(new Match(likeness[best], best, best + known.length));
            for (int at = Math.max(0, best - known.length / 2);
                    at < Math.min(likeness.length, best + known.length / 2);
                    at++) {
                likeness[at] = 0;
            }
        }
    }

    /** How alike the most alike place is. */
    public static double best(short[] known, short[] heard) {
        double[] likeness = likeness(known, heard);
        int best = highest(likeness);
        return best < 0 ? 0 : likeness[best];
    }

    private static int highest(double[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            best = best < 0 || values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static double[] likeness(short[] known, short[] heard) {
        int places = Math.max(0, heard.length - known.length + 1);
        double[] products = Spectrum.correlate(known, heard);
        double[] likeness = new double[places];
        double own = 0;
        double theirs = 0;
        for (int i = 0; i < known.length; i++) {
            own += (double) known[i] * known[i];
            theirs += i < heard.length ? (double) heard[i] * heard[i] : 0;
        }
        for (int at = 0; at < places; at++) {
            likeness[at] = theirs > SOFTEST * own ? products[at] / Math.sqrt(own * theirs) : 0;
            int next = at + known.length;
            theirs -= (double) heard[at] * heard[at];
            theirs += next < heard.length ? (double) heard[next] * heard[next] : 0;
        }
        return likeness;
    }
}
