package dev.parley.directory.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IssuerResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class EnteringTest {
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
                .header("RateLimit-Policy", "\"key\";q=200;w=2")
                .header("RateLimit", containsString("\"key\";r="));
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
                .statusCode(not(equalTo(201)));

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
                .statusCode(not(equalTo(201)));
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
