package dev.parley.directory.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.directory.openapi.AnyRequest.Made;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever anybody sends that the document allows, or that is nearly so, is answered; nothing of it is our fault. */
@QuarkusTest
@TestProfile(FuzzingIT.NoLimits.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class FuzzingIT {
    private static final int REQUESTS = 5_000;
    private static final int CLIENTS = 4;
    /** An address or a header that is longer than the HTTP server reads at all: 414, 431. */
    private static final Set<Integer> BEFORE_THE_API = Set.of(414, 431);

    private static final List<String> KEYS = List.of(
            "pk_demooper_000000000000000000000000000000000000oper",
            "pk_demooper_000000000000000000000000000000000000oper",
            "pk_demooper_000000000000000000000000000000000000oper",
            "pk_demooper_000000000000000000000000000000000000oper",
            "pk_demodemo_000000000000000000000000000000000000demo",
            "pk_demoacme_000000000000000000000000000000000000acme");

    /** A database of its own, and no limit that a fast client would reach. */
    public static class NoLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.access.limit.rate", "100000",
                    "parley.access.limit.burst", "100000",
                    "parley.access.guesses.rate", "100000",
                    "parley.access.guesses.burst", "100000");
        }
    }

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

    @Test
    void noRequestIsOurFault() throws Exception {
        ApiDocument document = ApiDocument.of(
                given().get("/q/openapi?format=json").then().extract().asString());
        List<String> faults = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long seed = 20_261_121L + client;
                work.add(() -> ask(document, seed));
            }
            for (Future<List<String>> done : clients.invokeAll(work)) {
                faults.addAll(done.get());
            }
        }
        System.out.println("generated requests by the status of their answers: " + statuses);

        assertThat(faults).isEmpty();
        assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum())
                .isEqualTo(REQUESTS);
        assertThat(statuses).containsKeys(200, 201, 204, 400, 401, 404, 409, 422);
    }

    private List<String> ask(ApiDocument document, long seed) throws IOException, InterruptedException {
        AnyRequest requests = new AnyRequest(document, "http://127.0.0.1:" + RestAssured.port, KEYS, new Random(seed));
        List<String> faults = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int number = 0; number < REQUESTS / CLIENTS; number++) {
                Made made = requests.next();
                HttpResponse<String> answer = answer(client, made);
                statuses.computeIfAbsent(answer.statusCode(), _ -> new AtomicInteger())
                        .incrementAndGet();
                String fault = fault(document, made, answer);
                if (!fault.isEmpty()) {
                    faults.add(fault + ": seed " + seed + ", request " + number + ": " + made.shown() + "\n  -> "
                            + answer.statusCode() + " " + answer.body());
                }
            }
        }
        return faults;
    }

    /** A connection that the server has closed, since it refused a request before its body was read, is not an answer. */
    private static HttpResponse<String> answer(HttpClient client, Made made) throws IOException, InterruptedException {
        try {
            return client.send(made.request(), BodyHandlers.ofString());
        } catch (IOException e) {
            try (HttpClient fresh =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                return fresh.send(made.request(), BodyHandlers.ofString());
            } catch (IOException again) {
                throw new IOException("No answer to " + made.shown(), again);
            }
        }
    }

    private static String fault(ApiDocument document, Made made, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "our fault";
        }
        if (BEFORE_THE_API.contains(status)) {
            return "";
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 400 && !type.startsWith("application/problem+json")) {
            return "no problem document but '" + type + "'";
        }
        return made.operation().node().path("responses").has(String.valueOf(status)) ? "" : "not in the document";
    }
}
