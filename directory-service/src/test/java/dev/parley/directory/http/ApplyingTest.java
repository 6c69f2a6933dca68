package dev.parley.directory.http;

import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.operator;
import static dev.parley.directory.http.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole tenant is configured by one YAML document. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class ApplyingTest {
    private static final String CONFIGURATION = """
            extensions:
              "100": {type: phone, forwarding: [{when: no_answer, destination: "200"}]}
              "200": {type: conference, pin: "2580", key_map: ours}
              "300": {type: ivr, menu: {prompt: menu, choices: {"1": "200", "2": "100"}}}
            key-maps:
              ours: {keys: {"*94": lock, "*95": unlock}}
            credentials:
              "100": {extension: "100", password: long enough}
            numbers:
              "+4940100": {destination: "300"}
            pin-policy: {min_length: 4}
            """;

    @Test
    void whatIsExportedCanBeAppliedAgain() {
        tenant("yaml-one");
        apply("yaml-one", CONFIGURATION, "")
                .then()
                .statusCode(200)
                .body("created", equalTo(7))
                .body("changes.path", hasItem("/numbers/+4940100"));
        String exported = export("yaml-one");
        assertThat(exported).contains("has_pin: true").doesNotContain("2580").doesNotContain("long enough");

        apply("yaml-one", exported, "?prune=true")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(7))
                .body("changes", hasSize(0));

        apply(
                        "yaml-one",
                        "extensions: {\"100\": {type: phone}, \"200\": {type: conference}}",
                        "?prune=true&dry_run=true")
                .then()
                .statusCode(200)
                .body("dry_run", equalTo(true))
                .body("changed", equalTo(2))
                .body("deleted", equalTo(5));
        assertThat(export("yaml-one")).isEqualTo(exported);
        apply("yaml-one", "", "?prune=true").then().statusCode(200).body("deleted", equalTo(7));
        operator().delete("/v1/tenants/yaml-one").then().statusCode(204);
    }

    @Test
    void ofAConfigurationThatIsNotRightNothingIsApplied() {
        tenant("yaml-two");
        apply(
                        "yaml-two",
                        CONFIGURATION
                                .replace("+4940100", "+4940200")
                                .replace("\"2\": \"100\"", "\"2\": \"999\"")
                                .replace("2580", "1234"),
                        "")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/extensions/300/menu/choices/2"))
                .body("errors.pointer", hasItem("/extensions/200/pin"));
        assertThat(export("yaml-two")).isEqualTo("{}\n");

        apply("yaml-two", "colours: {}", "").then().statusCode(422).body("errors[0].pointer", equalTo("/colours"));
        apply("yaml-two", "extensions: [1]", "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/extensions"));
        apply("yaml-two", "extensions: {\"1\": 2}", "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/extensions/1"));
        apply("yaml-two", "extensions: {\"1\": {type: conference, has_pin: true}}", "")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("secret_missing"));
        apply("yaml-two", "a: [", "").then().statusCode(400).body("code", equalTo("malformed"));
        apply("yaml-two", "numbers: {\"+4930900910\": {destination: \"1\"}}\nextensions: {\"1\": {type: phone}}", "")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("number_taken"));
        assertThat(export("yaml-two")).isEqualTo("{}\n");
    }

    @Test
    void whatOthersNeedIsNotPrunedAway() {
        tenant("yaml-three");
        apply("yaml-three", CONFIGURATION.replace("+4940100", "+4940300"), "")
                .then()
                .statusCode(200);

        apply(
                        "yaml-three",
                        "extensions: {\"300\": {type: ivr, menu: {prompt: menu, choices: {\"1\": \"200\"}}}}",
                        "?prune=true")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/extensions/300/menu/choices/1"));
        get("/v1/tenants/yaml-three/credentials/100").then().statusCode(200);
    }

    @Test
    void aTenantMayRepeatItsQuotasButNotChangeThem() {
        String exported = Api.admin("demo")
                .get("/v1/tenants/demo/configuration")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        applied(Api.admin("demo"), "demo", exported + "quotas: {}\n", "?dry_run=true")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("forbidden"));
        applied(Api.admin("demo"), "demo", exported, "").then().statusCode(200).body("changes", hasSize(0));
    }

    private static void tenant(String name) {
        post("/v1/tenants", Map.of("tenant", name, "domain", name + ".parley.test"))
                .then()
                .statusCode(201);
    }

    private static String export(String tenant) {
        return get("/v1/tenants/" + tenant + "/configuration")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response apply(String tenant, String yaml, String query) {
        return applied(operator(), tenant, yaml, query);
    }

    private static Response applied(RequestSpecification by, String tenant, String yaml, String query) {
        return by.config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml")
                .body(yaml)
                .put("/v1/tenants/" + tenant + "/configuration" + query);
    }
}
