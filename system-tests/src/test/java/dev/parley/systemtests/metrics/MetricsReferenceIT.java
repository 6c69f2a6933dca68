package dev.parley.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The metrics of the running services are those of the reference. {@code -Dparley.renew=yes} writes it anew. */
class MetricsReferenceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Only when something goes wrong, or somebody does something special. */
    private static final Set<String> SELDOM = Set.of(
            "parley_call_turned_away_total",
            "parley_conference_rejections_total",
            "parley_conference_webhook_attempts_total",
            "parley_messages_skipped_total",
            "parley_messages_unreadable_total");

    private final World world = World.read(Path.of(System.getProperty("parley.world", "../.parley/demo.json")));

    @Test
    void thePageAndTheServicesAgree() {
        call();
        if (System.getProperty("parley.renew") != null) {
            running().and(MetricsReference.read()).write();
        }
        MetricsReference written = MetricsReference.read();

        // Timers of a call appear with it, some a moment later.
        await().atMost(PATIENCE)
                .untilAsserted(() -> world.services().keySet().forEach(service -> {
                    Map<String, MetricFamily> there = running().own(service);
                    Map<String, MetricFamily> said = written.own(service);
                    assertThat(said.keySet())
                            .as("%s: each is on the page", service)
                            .containsAll(there.keySet());
                    there.forEach((name, family) -> {
                        assertThat(family.type())
                                .as(name)
                                .isEqualTo(said.get(name).type());
                        assertThat(said.get(name).labels()).as(name).containsAll(family.labels());
                    });
                    assertThat(said.keySet().stream().filter(name -> !SELDOM.contains(base(name))))
                            .as("%s: each on the page is there", service)
                            .allMatch(there::containsKey);
                }));
    }

    /** A timer's {@code _max} goes with it. */
    private static String base(String name) {
        return name.replaceAll("_max$", "");
    }

    private void call() {
        try (TestPhones phones = new TestPhones(world)) {
            TestPhone phone = phones.phone("demo", "801").registers();
            phone.calls("910").awaitAnswered().hangsUp();
        }
    }

    private MetricsReference running() {
        Map<String, Map<String, MetricFamily>> services = new TreeMap<>();
        // Not upgraded to HTTP/2 by the way: the page is large.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            world.services().forEach((service, url) -> services.put(service, MetricFamily.of(page(client, url))));
        }
        return new MetricsReference(services);
    }

    private static String page(HttpClient client, String url) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                                    .header("Accept", "text/plain")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
