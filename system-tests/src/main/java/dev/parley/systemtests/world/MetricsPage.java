package dev.parley.systemtests.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What a service tells of itself at {@code /q/metrics}, in Prometheus' text format, at one moment. */
public record MetricsPage(List<String> samples) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public MetricsPage {
        samples = List.copyOf(samples);
    }

    /** @param service its base URL */
    public static MetricsPage of(HttpClient client, String service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/q/metrics"))
                .header("Accept", "text/plain")
                .timeout(PATIENCE)
                .build();
        try {
            String page =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new MetricsPage(page.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading metrics", e);
        }
    }

    public TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        samples.forEach(sample -> names.add(name(sample)));
        return names;
    }

    /**
     * The sum of all samples of this name that have these labels.
     *
     * @param labels each as it is written, such as {@code limit="legs"}
     */
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample ->
                        name(sample).equals(name) && Arrays.stream(labels).allMatch(sample::contains))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    private static String name(String sample) {
        return sample.split("[{ ]", 2)[0];
    }
}
