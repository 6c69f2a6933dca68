package dev.parley.media.health;

import dev.parley.contracts.id.RoomId;
import dev.parley.media.config.MediaConfig;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgValue.Text;
import dev.parley.media.room.Media;
import dev.parley.media.room.Rooms;
import dev.parley.media.rtpengine.Rtpengine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Compares every room with rtpengine at the start and from time to time, rooms that nobody here knows included. */
@Startup
@ApplicationScoped
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Rtpengine rtpengine;
    private final Media media;
    private final Rooms rooms;
    private final Duration strayGrace;
    private final long strayFrom;
    private final Counter reconciled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconciler").daemon().factory());

    Reconciler(Rtpengine rtpengine, Media media, MediaConfig config, MeterRegistry meters) {
        this.rtpengine = rtpengine;
        this.media = media;
        this.rooms = media.rooms();
        this.strayGrace = config.strayGrace();
        this.strayFrom = System.nanoTime() + strayGrace.toNanos();
        this.reconciled = Counter.builder("parley_media_reconciliations")
                .description("Comparisons of a room with rtpengine")
                .register(meters);
        long period = config.reconcileEvery().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::round, period, period, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (System.nanoTime() - strayFrom > 0) {
                media.endWhatWasLeft(strayGrace);
            }
            for (RoomId room : all()) {
                rooms.reconcile(room);
                reconciled.increment();
            }
        } catch (RuntimeException e) {
            LOG.error("A round of reconciling failed", e);
        }
    }

    private Set<RoomId> all() {
        var all = new HashSet<>(rooms.known());
        if (rtpengine.list() instanceof NgReply.Done(var fields)) {
            for (var call : fields.sequence("calls")) {
                if (call instanceof Text(String id) && isRoom(id)) {
                    all.add(rooms.ownerOf(new RoomId(id)));
                }
            }
        }
        return all;
    }

    /** Calls of another controller of the same rtpengine are left alone. */
    private static boolean isRoom(String callId) {
        int colon = callId.indexOf(':');
        return colon > 0 && colon < callId.length() - 1;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
