package dev.parley.directory.http;

import static dev.parley.directory.http.Api.admin;
import static dev.parley.directory.http.Api.put;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a tenant's trunk may lead, and how numbers are written on it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class LeadingOutsideTest {
    private static final String OURS = "/v1/tenants/acme/trunks/ours";

    @AfterEach
    void clear() {
        List.of(OURS, "/v1/trunks/shared").forEach(Api::delete);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "10.0.0.5",
                "172.20.0.5",
                "192.168.0.5",
                "169.254.169.254",
                "100.64.0.5",
                "224.0.0.1",
                "0.0.0.0",
                "2130706433",
                "0x7f000001",
                "017700000001",
                "127.1",
                "[::1]",
                "[fd00::5]",
                "[fe80::5]",
                "[::ffff:10.0.0.5]",
                "[::ffff:a00:5]",
                "kafka",
                "db.internal",
                "printer.local",
                "parley-call-control.parley.svc",
                "parley-call-control.parley.svc.cluster.local"
            })
    void aTenantsTrunkDoesNotLeadInside(String host) {
        Map<String, Object> inside = trunk("192.0.2.90");
        inside.put("host", host);
        admin("acme")
                .contentType(ContentType.JSON)
                .body(inside)
                .put(OURS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/host"))
                .body("errors[0].code", equalTo("internal_address"));
        put("/v1/trunks/shared", inside).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'number_format': 'national'}                        | /country_code         | required",
                "{'number_format': 'roman'}                           | /number_format        | invalid_value",
                "{'number_format': 'national', 'country_code': '+49'} | /country_code         | wrong_form",
                "{'country_code': '049'}                              | /country_code         | wrong_form",
                "{'national_prefix': 'a'}                             | /national_prefix      | wrong_form",
                "{'international_prefix': ''}                         | /international_prefix | wrong_form",
                "{'number_format': 'national', 'country_code': '49', 'international_prefix': '0'} | /international_prefix | contradiction",
            })
    void howNumbersAreWrittenIsChecked(String change, String pointer, String code) {
        admin("acme")
                .contentType(ContentType.JSON)
                .body(trunk("192.0.2.91"))
                .put(OURS)
                .then()
                .statusCode(201)
                .body("number_format", equalTo("e164"));
        admin("acme")
                .contentType(Api.MERGE_PATCH)
                .body(change.replace('\'', '"'))
                .patch(OURS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        change(Map.of("number_format", "national", "country_code", "39", "national_prefix", ""))
                .then()
                .statusCode(200)
                .body("international_prefix", equalTo("00"));
    }

    private static Map<String, Object> trunk(String source) {
        return new HashMap<>(Map.of("host", "sip.example.com", "source_address", source));
    }

    private static Response change(Map<String, ?> change) {
        return admin("acme").contentType(Api.MERGE_PATCH).body(change).patch(OURS);
    }
}
