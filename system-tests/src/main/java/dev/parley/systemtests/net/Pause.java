package dev.parley.systemtests.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass where time itself is what is wanted: a second of sound takes a second. */
public final class Pause {
    private Pause() {}

    public static void of(Duration duration) {
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, duration.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }
}
