package dev.parley.directory.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IssuerResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class EnteringTest {
    @Inject
    StoredKeys stored;

    private static final String DEMO = "pk_demodemo_000000000000000000000000000000000000demo";
    private static final String ACME = "pk_demoacme_000000000000000000000000000000000000acme";
    private static final String OPERATOR = "pk_demooper_000000000000000000000000000000000000oper";
    private static final String KEYS = "/v1/tenants/demo/api-keys";

    @ParameterizedTest
    @ValueSource(strings = {KEYS, "/v1/tenants", "/v1/nothing", "/nothing"})
    void whoComesWithNothingIsAsked(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"parley\"")
                .body("code", equalTo("unauthenticated"), "status", equalTo(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer pk_demodemo_000000000000000000000000000000000000WRONG",
                "Bearer pk_unknownx_000000000000000000000000000000000000demo",
                "Bearer pk_",
                "Bearer not.a.token",
                "Bearer",
                "Basic YWRtaW46YWRtaW4="
            })
    void whoComesWithSomethingWrongIsRefused(String authorization) {
        given().header("Authorization", authorization)
                .get(KEYS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("code", equalTo("invalid_credentials"));
    }

    @Test
    void aKeyOpensWithEitherHeader() {
        with(DEMO).get(KEYS).then().statusCode(200).body("items.id", hasItem("demodemo"));
        given().header("X-API-Key", DEMO).get(KEYS).then().statusCode(200);
        with(OPERATOR).get(KEYS).then().statusCode(200);
    }

    @Test
    void anothersKeyFindsNothing() {
        with(ACME).get(KEYS).then().statusCode(404);
    }

    @Test
    void whatIsLeftIsTold() {
        with(DEMO)
                .get(KEYS)
                .then()
                .header("RateLimit-Policy", "\"key\";q=1000;w=100")
                .header("RateLimit", containsString("\"key\";r="));
    }

    @Test
    void anothersKeyIsAsUnknownAsOneToNobody() {
        String theirs = with(ACME)
                .get("/v1/tenants/demo/api-keys/demodemo")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String nobodys = with(ACME)
                .get("/v1/tenants/nobody/api-keys/demodemo")
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertThat(theirs).isEqualTo(nobodys);
        with(DEMO).get("/v1/tenants/demo/api-keys/demoacme").then().statusCode(404);
        with(DEMO).get("/v1/api-keys").then().statusCode(404);
    }

    @Test
    void operatorsHaveKeysOfTheirOwn() {
        Map<String, Object> made = with(OPERATOR)
                .body(Map.of("name", "Reader", "scopes", Set.of("read")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/api-keys/"))
                .extract()
                .jsonPath()
                .getMap("");
        String reader = (String) made.get("key");

        assertThat(made).doesNotContainKey("tenant");
        with(reader).get("/v1/tenants").then().statusCode(200);
        with(reader)
                .body(Map.of("tenant", "new", "domain", "new.test", "name", "New"))
                .post("/v1/tenants")
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"));
    }

    @Test
    void aKeyToAnotherPartOfTheApiOpensNothingHere() {
        String live = (String) create(DEMO, Map.of("name", "Live", "scopes", Set.of("conferences:write")))
                .get("key");

        with(live).get(KEYS).then().statusCode(403).body("code", equalTo("insufficient_scope"));
    }

    @Test
    void keysAreListedPageByPage() {
        create(DEMO, Map.of("name", "Another", "scopes", Set.of("read")));
        String link = with(DEMO)
                .get(KEYS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .header("Link");
        String next = link.substring(1, link.indexOf('>'));

        String first = with(DEMO).get(KEYS + "?limit=1").jsonPath().getString("items[0].id");
        with(DEMO).get(next).then().statusCode(200).body("items[0].id", greaterThan(first));
        with(DEMO).get(KEYS + "?cursor=%00").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 1, \"scopes\": [\"read\"]} | /name",
                "{\"name\": \"\", \"scopes\": [\"read\"]} | /name",
                "{\"name\": \"a\", \"scopes\": \"read\"} | /scopes",
                "{\"name\": \"a\", \"scopes\": []} | /scopes",
                "{\"name\": \"a\", \"scopes\": [\"read\", \"fly\"]} | /scopes/1",
                "{\"name\": \"a\", \"scopes\": [\"read\", \"read\"]} | /scopes",
                "{\"name\": \"a\", \"scopes\": [\"read\"], \"expires\": \"tomorrow\"} | /expires",
                "{\"name\": \"a\", \"scopes\": [\"read\"], \"expires\": \"2020-01-01T00:00:00Z\"} | /expires",
                "{\"name\": \"a\", \"scopes\": [\"read\"], \"expires\": \"+999999999-01-01T00:00:00Z\"} | /expires",
                "{\"name\": \"a\", \"scopes\": [\"read\"], \"key\": \"mine\"} | /key"
            })
    void aWishThatIsNotRightIsRefusedByTheField(String wish, String pointer) {
        with(DEMO)
                .body(wish)
                .post(KEYS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aDryRunMakesNothing() {
        Map<String, Object> shown = with(DEMO)
                .body(Map.of("name", "Dry", "scopes", Set.of("read")))
                .post(KEYS + "?dry_run=true")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");

        assertThat(shown).doesNotContainKey("key");
        with(DEMO).get(KEYS + "/" + shown.get("id")).then().statusCode(404);
        with(DEMO).delete(KEYS + "/demodemo?dry_run=true").then().statusCode(204);
        with(DEMO).get(KEYS + "/demodemo").then().statusCode(200);
    }

    @Test
    void itIsWrittenDownWhenAKeyWasUsed() {
        Map<String, Object> made = create(DEMO, Map.of("name", "Used", "scopes", Set.of("read")));
        String path = KEYS + "/" + made.get("id");
        with(DEMO).get(path).then().body("last_used", nullValue());

        with((String) made.get("key")).get(KEYS);
        stored.writeUses();

        // Unless the clock has just taken it out to write it down.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> with(DEMO).get(path).then().body("last_used", notNullValue()));
    }

    @Test
    void keysGoWithTheirTenant() {
        with(OPERATOR)
                .body(Map.of("tenant", "brief", "domain", "brief.test", "name", "Brief"))
                .post("/v1/tenants")
                .then()
                .statusCode(201);
        String keys = "/v1/tenants/brief/api-keys";
        String key = with(OPERATOR)
                .body(Map.of("name", "Admin", "scopes", Set.of("write")))
                .post(keys)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        with(key).get(keys).then().statusCode(200);

        with(OPERATOR).delete("/v1/tenants/brief").then().statusCode(204);

        with(key).get(keys).then().statusCode(401);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws IOException, InterruptedException {
        String key = (String)
                create(DEMO, Map.of("name", "Busy", "scopes", Set.of("read"))).get("key");

        HttpResponse<Void> refused = null;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RestAssured.port + KEYS + "/demodemo"))
                    .header("X-API-Key", key)
                    .HEAD()
                    .build();
            for (int asked = 0; asked < 20_000 && (refused == null || refused.statusCode() != 429); asked++) {
                refused = client.send(request, BodyHandlers.discarding());
            }
        }

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"key\";r=0;t=100");
        with(DEMO).get(KEYS).then().statusCode(200);
    }

    /** From an address of its own, so that nobody else has to wait. */
    @Test
    void whoGuessesTooOftenIsNoLongerHeard() throws IOException {
        List<String> answers = new ArrayList<>();
        for (int guess = 0; guess < 80; guess++) {
            answers.add(statusFrom("127.0.0.2", "pk_guessguess_" + "0".repeat(40)));
        }

        assertThat(answers.getFirst()).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(answers.getLast()).isEqualTo("HTTP/1.1 429 Too Many Requests");
        assertThat(statusFrom("127.0.0.2", DEMO)).isEqualTo("HTTP/1.1 429 Too Many Requests");
        assertThat(statusFrom("127.0.0.3", DEMO)).isEqualTo("HTTP/1.1 200 OK");
    }

    private static String statusFrom(String address, String key) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("GET " + KEYS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: " + key
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void healthAndMetricsAreOpen() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void aNewKeyIsShownOnceAndOpensUntilItIsRevoked() {
        Map<String, Object> made = create(DEMO, Map.of("name", "Portal", "scopes", Set.of("directory:read")));
        String key = (String) made.get("key");
        String id = (String) made.get("id");

        assertThat(key).startsWith("pk_" + id + "_");
        with(key).get(KEYS).then().statusCode(200).body("items.find { it.id == '" + id + "' }.key", nullValue());
        with(key)
                .body(Map.of("name", "More", "scopes", Set.of("read")))
                .post(KEYS)
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"));

        with(DEMO).delete(KEYS + "/" + id).then().statusCode(204);
        with(key).get(KEYS).then().statusCode(401);
        with(DEMO).delete(KEYS + "/" + id).then().statusCode(404);
    }

    @Test
    void nobodyMakesAKeyThatIsMightierThanTheirOwn() {
        String narrow = (String) create(
                        DEMO,
                        Map.of(
                                "name",
                                "Narrow",
                                "scopes",
                                Set.of("directory:write"),
                                "expires",
                                "2099-01-01T00:00:00Z"))
                .get("key");

        with(narrow)
                .body(Map.of("name", "Wide", "scopes", Set.of("write")))
                .post(KEYS)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("beyond_own_scope"))
                .body("errors.code", hasItem("outlives_maker"));
    }

    @Test
    void tokensOfTheIssuerOpenByTheirRole() {
        token("anna", "tenant_admin", Map.of("tenant", "demo")).get(KEYS).then().statusCode(200);
        token("anna", "tenant_admin", Map.of("tenant", "acme")).get(KEYS).then().statusCode(404);
        token("olga", "operator", Map.of()).get(KEYS).then().statusCode(200);
        token("rene", "tenant_reader", Map.of("tenant", "demo"))
                .get(KEYS)
                .then()
                .statusCode(200);
        token("rene", "tenant_reader", Map.of("tenant", "demo"))
                .body(Map.of("name", "Mine", "scopes", Set.of("read")))
                .post(KEYS)
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"));
    }

    @Test
    void aTokenWithoutARoleOfOursOpensNothing() {
        token("eve", "janitor", Map.of("tenant", "demo"))
                .get(KEYS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("no_role"));
    }

    @Test
    void aTokenThatAnotherSignedIsRefused() {
        given().auth()
                .oauth2(IssuerResource.forged("eve", Set.of("operator"), Map.of()))
                .get(KEYS)
                .then()
                .statusCode(401)
                .body("detail", notNullValue());
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static RequestSpecification token(String user, String role, Map<String, Object> claims) {
        return with(IssuerResource.token(user, Set.of(role), claims));
    }

    private static Map<String, Object> create(String by, Map<String, Object> wish) {
        return with(by).body(wish)
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
    }
}
