package dev.parley.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chart in the repository, and what it renders with each combination of values; each is rendered once. */
final class Renders {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Chart CHART = Chart.in(ROOT.resolve("helm/parley"), scratch());

    /** -Dparley.renew=yes writes what the tests would compare. */
    static final boolean RENEW = Boolean.getBoolean("parley.renew") || "yes".equals(System.getProperty("parley.renew"));

    private static final Map<String, List<Manifest>> ALL = new LinkedHashMap<>();

    private Renders() {}

    private static Path scratch() {
        try {
            return Files.createTempDirectory("chart");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> of(String yaml) {
        return CHART.render(Settings.of(yaml));
    }

    /** Of every combination, by its name. */
    static Map<String, List<Manifest>> all() {
        synchronized (ALL) {
            if (ALL.isEmpty()) {
                Combinations.all().forEach((name, settings) -> ALL.put(name, CHART.render(settings)));
            }
            return ALL;
        }
    }
}
