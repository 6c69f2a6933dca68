package dev.parley.directory.http;

import static dev.parley.directory.http.Api.DEMO;
import static dev.parley.directory.http.Api.delete;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extensions, tenants and trunks present numbers of the tenant, and no others. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class PresentingTest {
    private static final String NUMBER = "+4930900777";
    private static final String OF_ACME = "+4930901777";
    private static final String ACME = "/v1/tenants/acme";
    private static final List<String> PRESENTING =
            List.of("/v1/tenants/demo", DEMO + "/extensions/801", DEMO + "/trunks/presenting");

    @BeforeEach
    void eachHasANumber() {
        put(DEMO + "/numbers/" + NUMBER, Map.of("destination", "910")).then().statusCode(201);
        put(ACME + "/numbers/" + OF_ACME, Map.of("destination", "910")).then().statusCode(201);
        put(DEMO + "/trunks/presenting", Map.of("host", "sip.carrier.example", "source_address", "203.0.113.9"))
                .then()
                .statusCode(201);
    }

    @AfterEach
    void noneIsPresented() {
        PRESENTING.forEach(path -> present(path, null).then().statusCode(200));
        delete(DEMO + "/trunks/presenting").then().statusCode(204);
        delete(DEMO + "/numbers/" + NUMBER).then().statusCode(204);
        delete(ACME + "/numbers/" + OF_ACME).then().statusCode(204);
    }

    private static Response present(String path, @Nullable String number) {
        Map<String, Object> patch = new HashMap<>();
        patch.put("presented_number", number);
        return patch(path, patch);
    }

    @Test
    void numberOfTheTenantIsPresented() {
        for (String path : PRESENTING) {
            get(path).then().body("presented_number", nullValue());
            present(path, NUMBER).then().statusCode(200).body("presented_number", equalTo(NUMBER));
        }
    }

    @Test
    void numberOfAnotherTenantOrOfNobodyIsRefusedByTheNameOfTheField() {
        for (String path : PRESENTING) {
            for (String foreign : List.of(OF_ACME, "+4930666")) {
                present(path, foreign)
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", hasItem("/presented_number"))
                        .body("errors.code", hasItem("not_found"));
            }
            get(path).then().body("presented_number", nullValue());
        }
    }

    @Test
    void numberThatIsPresentedDoesNotGo() {
        for (String path : PRESENTING) {
            present(path, NUMBER).then().statusCode(200);

            delete(DEMO + "/numbers/" + NUMBER).then().statusCode(409);

            present(path, null).then().statusCode(200);
        }
    }

    /** It is the operator who answers for what a shared trunk presents. */
    @Test
    void operatorsTrunkPresentsWhatTheOperatorSays() {
        put(
                        "/v1/trunks/shared-presenting",
                        Map.of(
                                "host",
                                "sip.carrier.example",
                                "source_address",
                                "203.0.113.10",
                                "presented_number",
                                "+4930555000",
                                "present_original_caller",
                                true))
                .then()
                .statusCode(201)
                .body("presented_number", equalTo("+4930555000"))
                .body("present_original_caller", equalTo(true));
        delete("/v1/trunks/shared-presenting").then().statusCode(204);
    }

    @Test
    void extensionWithholdsItsNumberOnlyWhereItIsSet() {
        get(DEMO + "/extensions/801").then().body("withhold_number", equalTo(false));
        patch(DEMO + "/extensions/801", Map.of("withhold_number", true))
                .then()
                .statusCode(200)
                .body("withhold_number", equalTo(true));
        patch(DEMO + "/extensions/801", Map.of("withhold_number", false)).then().statusCode(200);
    }
}
