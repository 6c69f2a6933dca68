package dev.parley.systemtests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory with a provider's customers in it: how long list, read and change take, and how long the other services
 * need to read all of it when they start. The tenants it makes are called {@code bench-…} and stay for the next run.
 */
final class DirectoryBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 1000;
    private static final int LOAD_BURST = 4;

    /**
     * How much of it.
     *
     * @param extensions of each tenant
     * @param largest extensions of the first tenant
     * @param requests of each kind
     */
    record Load(int tenants, int extensions, int largest, int requests, int perSecond) {
        static final Load FULL = new Load(1000, 100, 1000, 1000, 100);
    }

    private final World world;
    private final Path home;
    private final Load load;
    private final Consumer<String> progress;
    private final List<String> failures = new ArrayList<>();

    DirectoryBench(World world, Path home, Load load, Consumer<String> progress) {
        this.world = world;
        this.home = home;
        this.load = load;
        this.progress = progress;
    }

    DirectoryReport run() {
        Instant began = Instant.now();
        try (RestApi operator = RestApi.directory(world, "operator");
                RestApi demo = RestApi.directory(world, "demo");
                RestApi bench = operator.withKey(newKey(operator))) {
            fill(bench);
            progress.accept("List, read and change, %d of each, %d a second.".formatted(load.requests, load.perSecond));
            Map<String, Spread> requests = new LinkedHashMap<>();
            // The first of each make the JVM warm; they do not count.
            Steadily.run(load.requests / LOAD_BURST, load.perSecond, number -> bench.get(one(number)));
            requests.put("list, 50 of %d".formatted(load.largest), measure(number -> bench.get(page())));
            requests.put("read", measure(number -> bench.get(one(number))));
            requests.put("change", measure(number -> bench.patch(one(number), named("Changed " + number))));
            compare(demo, requests);
            return new DirectoryReport(
                    began,
                    load.tenants,
                    load.tenants * load.extensions + load.largest - load.extensions,
                    requests,
                    StartUps.measure(home, progress),
                    failures);
        }
    }

    /** A key for the measurement alone, so that it shares its rate with nobody. */
    private static String newKey(RestApi operator) {
        HttpResponse<String> created =
                operator.post("/api-keys", "{\"name\": \"bench\", \"scopes\": [\"directory:write\"]}");
        try {
            return JSON.readTree(created.body()).path("key").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No key: " + created.statusCode() + " " + created.body(), e);
        }
    }

    private void fill(RestApi api) {
        for (int number = 0; number < load.tenants; number++) {
            String tenant = tenant(number);
            if (number % (load.tenants / 10) == 0) {
                progress.accept("%d of %d tenants".formatted(number, load.tenants));
            }
            String path = "/tenants/" + tenant;
            if (api.get(path + "/extensions/" + FIRST).statusCode() != 200) {
                api.put(path, "{\"domain\": \"%s.parley.test\"}".formatted(tenant));
                expect(200, api.putYaml(path + "/configuration", phones(number == 0 ? load.largest : load.extensions)));
            }
        }
    }

    private static String phones(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "  \"%d\": {type: phone, name: \"Phone %d\"}".formatted(FIRST + number, number))
                .collect(Collectors.joining("\n", "extensions:\n", "\n"));
    }

    /** Nothing in the time of an answer may tell a tenant that is there from one that is not. */
    private void compare(RestApi demo, Map<String, Spread> requests) {
        progress.accept("Another tenant's and nobody's, in turn, %d of each.".formatted(load.requests / 2));
        List<Duration> theirs = new ArrayList<>();
        List<Duration> nobodys = new ArrayList<>();
        Steadily.run(load.requests, load.perSecond / 2, number -> {
                    String tenant = number % 2 == 0 ? "acme" : "nobody";
                    return new Peek(tenant, timed(404, () -> demo.get("/tenants/" + tenant + "/extensions/801")));
                })
                .forEach(peek -> (peek.tenant.equals("acme") ? theirs : nobodys).add(peek.took));
        requests.put("404: another tenant's", Spread.of(theirs));
        requests.put("404: nobody's", Spread.of(nobodys));
    }

    private record Peek(String tenant, Duration took) {}

    private Spread measure(IntFunction<HttpResponse<String>> request) {
        return Spread.of(
                Steadily.run(load.requests, load.perSecond, number -> timed(200, () -> request.apply(number))));
    }

    private Duration timed(int status, Supplier<HttpResponse<String>> request) {
        long sent = System.nanoTime();
        HttpResponse<String> response = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - sent);
        expect(status, response);
        return took;
    }

    private synchronized void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            failures.add(response.request().method() + " " + response.uri().getPath() + ": " + response.statusCode()
                    + " " + response.body());
        }
    }

    private static String tenant(int number) {
        return "bench-" + number;
    }

    private static String page() {
        return "/tenants/" + tenant(0) + "/extensions?limit=50";
    }

    private String one(int number) {
        return "/tenants/" + tenant(0) + "/extensions/" + (FIRST + number % load.largest);
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\"}";
    }
}
