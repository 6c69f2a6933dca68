package dev.parley.directory.load;

import dev.parley.telemetry.load.Limit;
import dev.parley.telemetry.load.LoadGauges;
import dev.parley.telemetry.load.PerSecond;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** How loaded this process is: by the requests it answers. No call waits for the directory. */
@ApplicationScoped
public class LoadMeters {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    /** Kept by Quarkus for each method, path and status; health and metrics are not among them. */
    private static final String REQUESTS = "http.server.requests";

    private final CapacityConfig capacity;
    private final MeterRegistry registry;
    private final PerSecond requests = new PerSecond(WINDOW);

    LoadMeters(CapacityConfig capacity, MeterRegistry registry) {
        this.capacity = capacity;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        LoadGauges.register(
                registry,
                List.of(new Limit(
                        "requests_per_second",
                        capacity.requestsPerSecond(),
                        () -> requests.of(System.nanoTime(), answered()))));
    }

    private double answered() {
        return registry.find(REQUESTS).timers().stream().mapToLong(Timer::count).sum();
    }
}
