package dev.parley.conference.config;

import dev.parley.conference.adapter.in.kafka.Assignment;
import dev.parley.conference.adapter.out.metrics.Meters;
import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.RoomsAtWork;
import dev.parley.contracts.Topics;
import dev.parley.contracts.id.RoomId;
import dev.parley.telemetry.load.Limit;
import dev.parley.telemetry.load.LoadGauges;
import dev.parley.telemetry.load.PerSecond;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * How loaded this process is: by the rooms in its partitions, by what waits in them to be read, and by how busy those
 * are who read. Conferences in the partitions of other processes do not count, or autoscaling would see them twice.
 */
@ApplicationScoped
public class LoadMeters {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final CapacityConfig capacity;
    private final Assignment assignment;
    private final Database database;
    private final Meters meters;
    private final MeterRegistry registry;
    private final PerSecond work = new PerSecond(WINDOW);
    private volatile double rooms;

    LoadMeters(
            CapacityConfig capacity, Assignment assignment, Database database, Meters meters, MeterRegistry registry) {
        this.capacity = capacity;
        this.assignment = assignment;
        this.database = database;
        this.meters = meters;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("parley_conference_rooms", this, it -> it.rooms)
                .description("Rooms with a conference that goes on, of this process alone")
                .register(registry);
        LoadGauges.register(
                registry,
                List.of(
                        new Limit("rooms", capacity.rooms(), () -> rooms),
                        new Limit("lag", capacity.lag(), assignment::lag),
                        new Limit("busy_share", 1, this::busyShare)));
    }

    /** Counts this process's rooms; the gauge shows them until the next time. */
    void refresh() {
        assignment.refresh();
        rooms = RoomsAtWork.of(database).stream().filter(this::isOurs).count();
    }

    private boolean isOurs(RoomId room) {
        return assignment.has(Topics.CALL_EVENTS, partition(room));
    }

    /** Where a producer that is left to itself puts this key. */
    private static int partition(RoomId room) {
        return Utils.toPositive(Utils.murmur2(room.value().getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }

    /** Each consumer with partitions works on one record at a time: 1 is when all of them always do. */
    private double busyShare() {
        return work.of(System.nanoTime(), meters.workSeconds()) / Math.max(1, assignment.consumersAtWork());
    }
}
