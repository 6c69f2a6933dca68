package dev.parley.systemtests.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Collection;

/** How some durations are spread, in milliseconds. */
public record Spread(
        int count,
        @JsonProperty("p50_ms") double p50,
        @JsonProperty("p95_ms") double p95,
        @JsonProperty("p99_ms") double p99,
        @JsonProperty("max_ms") double max) {
    public static Spread of(Collection<Duration> durations) {
        double[] sorted = durations.stream()
                .mapToDouble(duration -> duration.toNanos() / 1e6)
                .sorted()
                .toArray();
        return new Spread(sorted.length, rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
    }

    // Nearest rank: always a value that was measured.
    private static double rank(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    public String row(String name) {
        return "%-44s %6d %8.1f %8.1f %8.1f %8.1f".formatted(name, count, p50, p95, p99, max);
    }

    public static String head() {
        return "%-44s %6s %8s %8s %8s %8s".formatted("milliseconds", "count", "p50", "p95", "p99", "max");
    }
}
