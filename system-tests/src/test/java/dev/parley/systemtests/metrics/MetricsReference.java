package dev.parley.systemtests.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code docs/reference/metrics.md}: what each service tells at {@code /q/metrics}, by name. */
public record MetricsReference(Map<String, Map<String, MetricFamily>> services) {
    static final Path FILE = Path.of("../docs/reference/metrics.md");

    private static final String HEAD = """
            # Metrics

            What each service tells at `/q/metrics`, read from running services after calls had been made; a test holds this page
            against them. `parley_*` are ours and stable: none is renamed or taken away without a line in the changelog. The others
            are those of the JVM, of Kafka's clients and of Quarkus. What they mean for operations:
            [observability](../operations/observability.md), [autoscaling](../operations/autoscaling.md).

            A counter or timer with labels appears with its first event.
            """;

    static MetricsReference read() {
        Map<String, Map<String, MetricFamily>> services = new TreeMap<>();
        String service = "";
        try {
            for (String line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
                if (line.startsWith("## ")) {
                    service = line.substring(3).strip();
                }
                for (MetricFamily family : MetricFamily.ofRow(line).toList()) {
                    services.computeIfAbsent(service, _ -> new TreeMap<>()).put(family.name(), family);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MetricsReference(services);
    }

    /** With what others have that this has not: what happens seldom is not on every page. */
    MetricsReference and(MetricsReference others) {
        Map<String, Map<String, MetricFamily>> all = new TreeMap<>();
        services.forEach((service, families) -> all.put(service, new TreeMap<>(families)));
        others.services.forEach((service, families) -> families.forEach((name, family) ->
                all.computeIfAbsent(service, _ -> new TreeMap<>()).putIfAbsent(name, family)));
        return new MetricsReference(all);
    }

    void write() {
        StringBuilder text = new StringBuilder(HEAD);
        services.forEach((service, families) -> {
            text.append("\n## ").append(service).append("\n\n| name | kind | labels | meaning |\n|---|---|---|---|\n");
            families.values().forEach(family -> text.append(family.row()).append('\n'));
        });
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a query may name. */
    Set<String> names() {
        return services.values().stream()
                .flatMap(families -> families.values().stream())
                .flatMap(family -> family.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ours alone. */
    Map<String, MetricFamily> own(String service) {
        return services.getOrDefault(service, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("parley_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }
}
