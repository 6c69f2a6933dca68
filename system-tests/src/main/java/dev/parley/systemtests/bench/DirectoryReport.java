package dev.parley.systemtests.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run of {@code directory} has found.
 *
 * @param requests how long each kind of request took
 * @param failures requests that were answered otherwise than with success
 */
record DirectoryReport(
        Instant began,
        int tenants,
        int extensions,
        Map<String, Spread> requests,
        List<StartUps> startUps,
        List<String> failures) {
    String table() {
        StringBuilder table = new StringBuilder(
                "\n%d tenants, %d extensions: %d requests failed\n\n".formatted(tenants, extensions, failures.size()));
        failures.stream()
                .limit(10)
                .forEach(failure -> table.append("  ").append(failure).append('\n'));
        table.append(Spread.head()).append('\n');
        requests.forEach((kind, spread) -> table.append(spread.row(kind)).append('\n'));
        return table.append('\n')
                .append(startUps.stream().map(StartUps::row).collect(Collectors.joining("\n")))
                .toString();
    }
}
