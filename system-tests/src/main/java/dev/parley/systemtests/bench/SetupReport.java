package dev.parley.systemtests.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run of {@code setup} has found.
 *
 * @param baseline OPTIONS to 200 by the edge alone, before the calls
 * @param setup INVITE to 200
 * @param hops the same time in its parts, in order
 * @param failures what went wrong, call by call
 * @param ratio median set-up to median baseline: compares machines that differ in speed
 */
record SetupReport(
        Instant began,
        int calls,
        int rooms,
        double callsPerSecond,
        Spread baseline,
        Spread setup,
        Map<String, Spread> hops,
        List<String> failures,
        double ratio) {
    String table() {
        StringBuilder table = new StringBuilder("\n%d calls at %.0f a second into %d rooms: %d failed\n\n"
                .formatted(calls, callsPerSecond, rooms, failures.size()));
        failures.stream()
                .limit(10)
                .forEach(failure -> table.append("  ").append(failure).append('\n'));
        table.append(Spread.head()).append('\n');
        table.append(setup.row("INVITE → 200")).append('\n');
        hops.forEach((hop, spread) -> table.append(spread.row("  " + hop)).append('\n'));
        table.append(baseline.row("for comparison: OPTIONS → 200 by the edge")).append('\n');
        return table.append("\nMedian set-up is %.1f times the baseline.".formatted(ratio))
                .toString();
    }
}
