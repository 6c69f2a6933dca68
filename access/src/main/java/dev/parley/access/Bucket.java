package dev.parley.access;

import java.time.Duration;

/**
 * A token bucket: it holds {@code burst} tokens at most, gains {@code rate} a second, and each request takes one.
 *
 * @param tokens at {@code at}
 * @param at time of a steady clock, in nanoseconds
 */
public record Bucket(double tokens, long at) {
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * How much is allowed.
     *
     * @param rate requests a second over a long time
     * @param burst requests at once
     */
    public record Limit(double rate, int burst) {
        public Limit {
            if (!(rate > 0) || burst < 1) {
                throw new IllegalArgumentException(
                        "Expected a rate above 0 and a burst of at least 1, but they are " + rate + " and " + burst);
            }
        }

        /** Seconds in which an empty bucket fills. */
        public long window() {
            return ceil(burst / rate);
        }
    }

    /**
     * What came of taking a token.
     *
     * @param left whole tokens that are still there
     * @param full seconds, rounded up, until the bucket is full
     * @param retryAfter seconds, rounded up, until there is a token; 0 when one was there
     */
    public record Taken(boolean allowed, long left, long full, long retryAfter) {}

    public static Bucket full(Limit limit, long now) {
        return new Bucket(limit.burst(), now);
    }

    /** The bucket as it is now. */
    public Bucket filled(Limit limit, long now) {
        double gained = Math.max(0, now - at) / SECOND * limit.rate();
        return new Bucket(Math.min(limit.burst(), tokens + gained), Math.max(at, now));
    }

    public boolean hasToken() {
        return tokens >= 1;
    }

    /** The bucket with a token less; the same bucket when there is none. */
    public Bucket taken() {
        return hasToken() ? new Bucket(tokens - 1, at) : this;
    }

    /** How things stand after a request was allowed, or not. */
    public Taken report(Limit limit, boolean allowed) {
        return new Taken(
                allowed,
                (long) Math.floor(tokens),
                ceil((limit.burst() - tokens) / limit.rate()),
                allowed ? 0 : Math.max(1, ceil((1 - tokens) / limit.rate())));
    }

    private static long ceil(double seconds) {
        return (long) Math.ceil(seconds);
    }
}
