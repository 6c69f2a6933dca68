package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.application.StorageUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tries again for as long as the storage is away: a record that is neither lost nor declared dead waits, and those behind
 * it with it. Thread-safe.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    void stop(@Observes ShutdownEvent event) {
        shutdown.countDown();
    }

    /** How many records wait for the storage to come back. */
    public int waiting() {
        return waiting.get();
    }

    /**
     * Carries the action out, however long that takes.
     *
     * @throws StorageUnavailable when the service stops meanwhile; the record stays unacknowledged
     */
    void insist(Runnable action) {
        try {
            action.run();
        } catch (StorageUnavailable e) {
            waiting.incrementAndGet();
            try {
                insistAfter(e, action);
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    private void insistAfter(StorageUnavailable first, Runnable action) {
        StorageUnavailable last = first;
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            LOG.warnf("storage is away, trying again in %d ms error=%s", pause.toMillis(), last.getMessage());
            if (stopsWithin(pause)) {
                throw last;
            }
            try {
                action.run();
                return;
            } catch (StorageUnavailable e) {
                last = e;
            }
        }
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return shutdown.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
