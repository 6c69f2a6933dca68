package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One bucket for everybody who comes. Thread-safe.
 *
 * <p>Only so many are kept: of those who come most rarely, one that is forgotten starts anew with a full bucket.
 */
public final class Buckets {
    private static final long KEPT = 50_000;

    private final Bucket.Limit limit;
    private final LongSupplier clock;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** @param clock steady, in nanoseconds */
    public Buckets(Bucket.Limit limit, LongSupplier clock) {
        this.limit = limit;
        this.clock = clock;
    }

    public Bucket.Limit limit() {
        return limit;
    }

    /** Takes a token for this one, if there is one. */
    public Bucket.Taken take(String whose) {
        var allowed = new boolean[1];
        Bucket after = buckets.asMap().compute(whose, (name, before) -> {
            Bucket now = now(before);
            allowed[0] = now.hasToken();
            return now.taken();
        });
        return after.report(limit, allowed[0]);
    }

    /** How things stand, without taking any. */
    public Bucket.Taken look(String whose) {
        Bucket now = now(buckets.getIfPresent(whose));
        return now.report(limit, now.hasToken());
    }

    private Bucket now(@Nullable Bucket before) {
        long now = clock.getAsLong();
        return before == null ? Bucket.full(limit, now) : before.filled(limit, now);
    }
}
