package dev.parley.telemetry.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * {@code parley_load_ratio}, and what it comes from: {@code parley_load_used} and {@code parley_load_capacity}, each with
 * the label {@code limit}. The same three in every service.
 */
public final class LoadGauges {
    private static final String LIMIT = "limit";

    private LoadGauges() {}

    /** Registers the gauges of a process; each reads its limits anew whenever somebody looks. */
    public static void register(MeterRegistry registry, List<Limit> limits) {
        List<Limit> all = List.copyOf(limits);
        Gauge.builder("parley_load_ratio", all, LoadGauges::ratio)
                .strongReference(true)
                .description("Load of this process: the most used of its limits, as a share of its capacity")
                .register(registry);
        for (Limit limit : all) {
            Gauge.builder("parley_load_used", limit, it -> it.now().used())
                    .description("How much is used of what this process is limited by")
                    .tag(LIMIT, limit.name())
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("parley_load_capacity", limit, it -> it.now().capacity())
                    .description("How much one process carries of it")
                    .tag(LIMIT, limit.name())
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static double ratio(List<Limit> limits) {
        return Use.load(limits.stream().map(Limit::now).toList());
    }
}
