package dev.parley.telemetry.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast a counter has grown of late. Learns of it only when somebody asks, so it needs no clock of its own: asked
 * seldom, it tells the mean since it was asked before. Thread-safe.
 */
public final class PerSecond {
    private static final double NANOS = 1e9;

    private record Seen(long nanos, double total) {}

    private final long window;
    private final Deque<Seen> seen = new ArrayDeque<>();

    /** Goes by what was seen within this time, and by the last that was seen before it. */
    public PerSecond(Duration window) {
        this.window = window.toNanos();
    }

    /**
     * The growth for each second; 0 the first time, and after the counter has begun anew.
     *
     * @param nanos now, as {@link System#nanoTime} has it
     * @param total the counter now
     */
    public synchronized double of(long nanos, double total) {
        if (!seen.isEmpty() && total < seen.getLast().total()) {
            seen.clear();
        }
        seen.addLast(new Seen(nanos, total));
        while (seen.size() > 2 && nanos - second().nanos() >= window) {
            seen.removeFirst();
        }
        Seen first = seen.getFirst();
        return nanos > first.nanos() ? (total - first.total()) * NANOS / (nanos - first.nanos()) : 0;
    }

    private Seen second() {
        return seen.stream().skip(1).findFirst().orElseThrow();
    }
}
