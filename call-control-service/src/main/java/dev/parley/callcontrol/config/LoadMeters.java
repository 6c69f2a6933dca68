package dev.parley.callcontrol.config;

import dev.parley.callcontrol.switchboard.Meters;
import dev.parley.callcontrol.switchboard.Switchboard;
import dev.parley.telemetry.load.Limit;
import dev.parley.telemetry.load.LoadGauges;
import dev.parley.telemetry.load.PerSecond;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** How loaded this process is: by the legs it holds, and by how fast new calls come. */
@ApplicationScoped
public class LoadMeters {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final CapacityConfig capacity;
    private final Switchboard switchboard;
    private final Meters meters;
    private final MeterRegistry registry;
    private final PerSecond calls = new PerSecond(WINDOW);

    LoadMeters(CapacityConfig capacity, Switchboard switchboard, Meters meters, MeterRegistry registry) {
        this.capacity = capacity;
        this.switchboard = switchboard;
        this.meters = meters;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        LoadGauges.register(
                registry,
                List.of(
                        new Limit("legs", capacity.legs(), switchboard::legs),
                        new Limit(
                                "calls_per_second",
                                capacity.callsPerSecond(),
                                () -> calls.of(System.nanoTime(), meters.begun()))));
    }
}
