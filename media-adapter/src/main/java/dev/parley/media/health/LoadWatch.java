package dev.parley.media.health;

import dev.parley.media.config.CapacityConfig;
import dev.parley.media.config.MediaConfig;
import dev.parley.media.ng.NgReply;
import dev.parley.media.room.Rooms;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Workload;
import dev.parley.telemetry.load.Limit;
import dev.parley.telemetry.load.LoadGauges;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** How loaded this process and its rtpengine are: the latter is asked from time to time, so that no scrape waits for it. */
@Startup
@ApplicationScoped
public class LoadWatch {
    private static final Logger LOG = Logger.getLogger(LoadWatch.class);

    private final Rtpengine rtpengine;
    private final Rooms rooms;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load-watch").daemon().factory());
    private volatile Workload workload = Workload.NONE;

    LoadWatch(Rtpengine rtpengine, Rooms rooms, MediaConfig config, CapacityConfig capacity, MeterRegistry registry) {
        this.rtpengine = rtpengine;
        this.rooms = rooms;
        gauge(registry, "parley_media_rtpengine_sessions", "Calls that rtpengine holds", Workload::sessions);
        gauge(
                registry,
                "parley_media_rtpengine_packets_per_second",
                "Packets through rtpengine in its last second",
                Workload::packetsPerSecond);
        gauge(registry, "parley_media_rtpengine_mixed", "Streams that rtpengine mixes", Workload::mixed);
        gauge(registry, "parley_media_rtpengine_transcoded", "Streams that rtpengine codes anew", Workload::transcoded);
        LoadGauges.register(
                registry,
                List.of(
                        new Limit("legs", capacity.legs(), () -> sum(Rooms.Census::legs)),
                        new Limit("mix_edges", capacity.mixEdges(), () -> sum(Rooms.Census::edges)),
                        new Limit(
                                "packets_per_second", capacity.packetsPerSecond(), () -> workload.packetsPerSecond())));
        long period = config.statisticsEvery().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::look, 0, period, TimeUnit.MILLISECONDS);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Workload> value) {
        Gauge.builder(name, this, watch -> value.applyAsDouble(watch.workload))
                .description(description)
                .register(registry);
    }

    private double sum(ToIntFunction<Rooms.Census> figure) {
        return rooms.censuses().values().stream().mapToInt(figure).sum();
    }

    /** An rtpengine that does not answer has nothing to do that we know of; readiness tells of it. */
    private void look() {
        try {
            workload = rtpengine.statistics() instanceof NgReply.Done(var fields) ? Workload.of(fields) : Workload.NONE;
        } catch (RuntimeException e) {
            LOG.error("A look at the load failed", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
