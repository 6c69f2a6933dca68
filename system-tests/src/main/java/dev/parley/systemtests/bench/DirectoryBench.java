package dev.parley.systemtests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.systemtests.net.Pause;
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
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int WARM_UP = 4;

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
            progress.accept("List, read and change in turn, %d of each, %d a second together."
                    .formatted(load.requests, load.perSecond));
            Map<String, Spread> requests = new LinkedHashMap<>();
            // The first of each make the JVM warm; they do not count.
            mixed(bench, load.requests / WARM_UP);
            requests.putAll(mixed(bench, load.requests));
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
            if (patiently(() -> api.get(path + "/extensions/" + FIRST)).statusCode() != 200) {
                patiently(() -> api.put(path, "{\"domain\": \"%s.parley.test\"}".formatted(tenant)));
                String phones = phones(number == 0 ? load.largest : load.extensions);
                expect(200, patiently(() -> api.putYaml(path + "/configuration", phones)));
            }
        }
    }

    /** Filling asks as fast as its key may. */
    private static HttpResponse<String> patiently(Supplier<HttpResponse<String>> request) {
        HttpResponse<String> response = request.get();
        while (response.statusCode() == TOO_MANY_REQUESTS) {
            Pause.of(Duration.ofSeconds(1));
            response = request.get();
        }
        return response;
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

    /** Half of what is asked is about the largest tenant, half about all of them. */
    private Map<String, Spread> mixed(RestApi api, int each) {
        Map<String, List<Duration>> took = new LinkedHashMap<>();
        List<IntFunction<HttpResponse<String>>> asking = List.of(
                number -> api.get(extensions(number) + "?limit=50"),
                number -> api.get(one(number)),
                number -> api.patch(one(number), "{\"name\": \"Changed " + System.nanoTime() + "\"}"));
        List<String> names = List.of("list, 50 at a time", "read", "change");
        List<Duration> all = Steadily.run(each * names.size(), load.perSecond, number -> {
            int turn = number / names.size();
            return timed(200, () -> asking.get(number % names.size()).apply(turn));
        });
        for (int number = 0; number < all.size(); number++) {
            took.computeIfAbsent(names.get(number % names.size()), _ -> new ArrayList<>())
                    .add(all.get(number));
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        took.forEach((kind, durations) -> spreads.put(kind, Spread.of(durations)));
        return spreads;
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

    private String extensions(int number) {
        return "/tenants/" + tenant(number % 2 == 0 ? 0 : number % load.tenants) + "/extensions";
    }

    private String one(int number) {
        int many = number % 2 == 0 ? load.largest : load.extensions;
        return extensions(number) + "/" + (FIRST + number % many);
    }
}
