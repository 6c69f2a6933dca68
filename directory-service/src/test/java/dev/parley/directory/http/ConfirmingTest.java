package dev.parley.directory.http;

import static dev.parley.directory.http.Api.DEMO;
import static dev.parley.directory.http.Api.admin;
import static dev.parley.directory.http.Api.delete;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.operator;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a tenant's trunk has its calls from is nothing until the operator has confirmed it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class ConfirmingTest {
    private static final String ACME = "/v1/tenants/acme";
    private static final String OURS = ACME + "/trunks/ours";
    private static final String THEIRS = DEMO + "/trunks/theirs";

    @AfterEach
    void clear() {
        List.of(OURS, THEIRS, "/v1/trunks/shared").forEach(Api::delete);
    }

    @Test
    void aTenantEntersAnAddressButDoesNotConfirmIt() {
        enter("acme", OURS, "192.0.2.10", 0).then().statusCode(201).body("source_confirmed", equalTo(false));
        Map<String, Object> said = trunk("192.0.2.10", 0);
        said.put("source_confirmed", true);
        as("acme").body(said).put(OURS).then().statusCode(200).body("source_confirmed", equalTo(false));
        admin("acme")
                .contentType(Api.MERGE_PATCH)
                .body(Map.of("source_confirmed", true))
                .patch(OURS)
                .then()
                .statusCode(200)
                .body("source_confirmed", equalTo(false));
        admin("acme")
                .contentType("application/yaml; charset=UTF-8")
                .body("trunks: {ours: {host: sip.example.com, source_address: 192.0.2.10, source_confirmed: true}}"
                        .getBytes(UTF_8))
                .put(ACME + "/configuration")
                .then()
                .statusCode(200);
        get(OURS).then().body("source_confirmed", equalTo(false));
        as("acme")
                .body(Map.of("source_address", "192.0.2.10"))
                .put(OURS + "/source-confirmation")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        admin("acme").delete(OURS + "/source-confirmation").then().statusCode(403);
        get(OURS).then().body("source_confirmed", equalTo(false));
    }

    @Test
    void nobodyKeepsAnAddressFromItsOwnerByEnteringIt() {
        enter("acme", OURS, "192.0.2.20", 5060).then().statusCode(201);
        enter("demo", THEIRS, "192.0.2.20", 5060).then().statusCode(201);
        confirm(THEIRS, "192.0.2.20", 5060).then().statusCode(200).body("source_confirmed", equalTo(true));

        sourceTaken(confirm(OURS, "192.0.2.20", 5060));
        get(OURS).then().body("source_confirmed", equalTo(false));
    }

    @Test
    void ofTwoWhoAreConfirmedAtOnceOneHasTheAddress() throws Exception {
        enter("acme", OURS, "192.0.2.25", 0).then().statusCode(201);
        enter("demo", THEIRS, "192.0.2.25", 5060).then().statusCode(201);
        for (int round = 0; round < 10; round++) {
            List<Callable<Integer>> both = List.of(
                    () -> confirm(OURS, "192.0.2.25", 0).statusCode(),
                    () -> confirm(THEIRS, "192.0.2.25", 5060).statusCode());
            try (var operators = Executors.newFixedThreadPool(2)) {
                assertThat(operators.invokeAll(both).stream().map(Future::resultNow))
                        .containsExactlyInAnyOrder(200, 409);
            }
            delete(OURS + "/source-confirmation");
            delete(THEIRS + "/source-confirmation");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.30, 5060, 192.0.2.30, 0",
        "192.0.2.30, 0, 192.0.2.30, 5080",
        "192.0.2.30, 0, 192.0.2.30, 0",
        "2001:db8::30, 0, 2001:db8:0:0::0030, 5060",
        "::ffff:c000:21e, 0, 192.0.2.30, 0",
    })
    void anyPortAndOnePortOfTheSameAddressAreNotOfTwoOwners(String held, int heldPort, String wanted, int wantedPort) {
        enter("demo", THEIRS, held, heldPort).then().statusCode(201);
        confirm(THEIRS, held, heldPort).then().statusCode(200);
        enter("acme", OURS, wanted, wantedPort).then().statusCode(201);

        sourceTaken(confirm(OURS, wanted, wantedPort));
        sourceTaken(put("/v1/trunks/shared", trunk(wanted, wantedPort)));
    }

    @Test
    void theCarriersAddressIsNotConfirmedForATenant() {
        put("/v1/trunks/shared", trunk("192.0.2.40", 5060))
                .then()
                .statusCode(201)
                .body("source_confirmed", equalTo(true));
        enter("acme", OURS, "192.0.2.40", 0).then().statusCode(201);

        sourceTaken(confirm(OURS, "192.0.2.40", 0));
        sourceTaken(confirm(OURS, "192.0.2.40", 5060));
        confirm(OURS, "192.0.2.40", 5061).then().statusCode(200);
    }

    @Test
    void whatIsConfirmedIsWhatTheOperatorHasSaid() {
        enter("acme", OURS, "192.0.2.50", 5060).then().statusCode(201);
        confirm(OURS, "192.0.2.51", 5070)
                .then()
                .statusCode(200)
                .body("source_address", equalTo("192.0.2.51"))
                .body("source_port", equalTo(5070))
                .body("source_confirmed", equalTo(true));
    }

    @Test
    void anotherSourceIsNotConfirmedAndNeitherIsTheOldOneThen() {
        enter("acme", OURS, "192.0.2.60", 5060).then().statusCode(201);
        confirm(OURS, "192.0.2.60", 5060).then().statusCode(200);

        change(Map.of("prefixes", List.of("+49"))).then().statusCode(200).body("source_confirmed", equalTo(true));
        enter("acme", OURS, "192.0.2.60", 5060).then().statusCode(200).body("source_confirmed", equalTo(true));
        change(Map.of("source_port", 0)).then().statusCode(200).body("source_confirmed", equalTo(false));
        change(Map.of("source_port", 5060)).then().statusCode(200).body("source_confirmed", equalTo(false));
        confirm(OURS, "192.0.2.60", 5060).then().statusCode(200);
        change(Map.of("source_address", "192.0.2.61")).then().statusCode(200).body("source_confirmed", equalTo(false));
        confirm(OURS, "192.0.2.61", 5060).then().statusCode(200);
        patch(OURS, Map.of("source_address", "192.0.2.62"))
                .then()
                .statusCode(200)
                .body("source_confirmed", equalTo(false));
    }

    @Test
    void theOperatorTakesItsWordBack() {
        enter("acme", OURS, "192.0.2.70", 0).then().statusCode(201);
        confirm(OURS, "192.0.2.70", 0).then().statusCode(200);
        enter("demo", THEIRS, "192.0.2.70", 0).then().statusCode(201);
        sourceTaken(confirm(THEIRS, "192.0.2.70", 0));

        delete(OURS + "/source-confirmation").then().statusCode(200).body("source_confirmed", equalTo(false));

        confirm(THEIRS, "192.0.2.70", 0).then().statusCode(200);
        delete(ACME + "/trunks/nobodys/source-confirmation").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                    | /source_address   | required",
                "{'source_port': 5060}                                 | /source_address   | required",
                "{'source_address': null}                              | /source_address   | required",
                "{'source_address': 5}                                 | /source_address   | invalid_type",
                "{'source_address': 'sip.example.com'}                 | /source_address   | wrong_form",
                "{'source_address': ':::::'}                           | /source_address   | wrong_form",
                "{'source_address': '192.0.2.80', 'source_port': -1}   | /source_port      | out_of_range",
                "{'source_address': '192.0.2.80', 'prefixes': ['+']}   | /prefixes         | unknown_field",
                "{'source_address': '192.0.2.80', 'source_confirmed': true} | /source_confirmed | unknown_field",
                "{'source_address': '10.0.0.1'}                        | /source_address   | internal_address",
                "{'source_address': '127.0.0.1'}                       | /source_address   | internal_address",
                "{'source_address': '0.0.0.0'}                         | /source_address   | internal_address",
                "{'source_address': 'fd00::1'}                         | /source_address   | internal_address",
            })
    void aConfirmationThatIsNotRightIsRefused(String body, String pointer, String code) {
        enter("acme", OURS, "192.0.2.80", 0).then().statusCode(201);
        operator()
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .put(OURS + "/source-confirmation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        get(OURS).then().body("source_confirmed", equalTo(false));
    }

    private static Map<String, Object> trunk(String source, int port) {
        return new HashMap<>(Map.of("host", "sip.example.com", "source_address", source, "source_port", port));
    }

    private static Response enter(String tenant, String path, String source, int port) {
        return as(tenant).body(trunk(source, port)).put(path);
    }

    private static Response change(Map<String, ?> change) {
        return admin("acme").contentType(Api.MERGE_PATCH).body(change).patch(OURS);
    }

    private static Response confirm(String trunk, String source, int port) {
        return put(trunk + "/source-confirmation", Map.of("source_address", source, "source_port", port));
    }

    private static void sourceTaken(Response answer) {
        answer.then()
                .statusCode(409)
                .body("code", equalTo("source_taken"))
                .body("errors[0].pointer", equalTo("/source_address"));
    }

    private static RequestSpecification as(String tenant) {
        return admin(tenant).contentType(ContentType.JSON);
    }
}
