package dev.parley.telemetry.load;

import java.util.Collection;

/**
 * How much is used of something there is only so much of.
 *
 * @param used 0 or more; a measurement that there is none of ({@code NaN}) counts as nothing used
 * @param capacity what one process carries of it; more than 0
 */
public record Use(double used, double capacity) {
    public Use {
        if (!(capacity > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("Expected a capacity above 0, but it is " + capacity);
        }
        used = used > 0 ? used : 0;
    }

    /** 0 is idle, 1 is all there is; more is possible, since a capacity refuses nobody. */
    public double ratio() {
        return used / capacity;
    }

    /** The load of a process: that of whatever it has the least of left. */
    public static double load(Collection<Use> uses) {
        return uses.stream().mapToDouble(Use::ratio).max().orElse(0);
    }
}
