package dev.parley.directory.http;

import static dev.parley.directory.http.Api.DEMO;
import static dev.parley.directory.http.Api.delete;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.post;
import static dev.parley.directory.http.Api.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of document is made, read, changed and deleted. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class ConfiguringTest {
    @Test
    void aConferenceTellsThatItHasAPinButNotWhich() {
        post(DEMO + "/extensions", Map.of("type", "conference", "extension", "920", "pin", "2580", "max_members", 7))
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/tenants/demo/extensions/920"))
                .header("ETag", notNullValue())
                .body("has_pin", equalTo(true))
                .body("has_moderator_pin", equalTo(false))
                .body("pin", equalTo(null))
                .body("max_members", equalTo(7))
                .body("enter_sound", equalTo("enter"))
                .body("end_policy", equalTo("last_leaves"));

        patch(DEMO + "/extensions/920", Map.of("moderator_pin", "8642", "name", "Board"))
                .then()
                .statusCode(200)
                .body("has_pin", equalTo(true))
                .body("has_moderator_pin", equalTo(true))
                .body("name", equalTo("Board"))
                .body("max_members", equalTo(7));

        get(DEMO + "/extensions/920").then().statusCode(200).body("name", equalTo("Board"));
        get(DEMO + "/extensions?type=conference&extension~=92")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].extension", equalTo("920"));
        delete(DEMO + "/extensions/920").then().statusCode(204);
        get(DEMO + "/extensions/920").then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void aTenantIsMadeWithWhatItHas() {
        post("/v1/tenants", Map.of("tenant", "new", "domain", "new.parley.test"))
                .then()
                .statusCode(201)
                .body("language", equalTo("en"));
        put("/v1/tenants/new/classes-of-service/national", Map.of("prefixes", List.of("+49"), "concurrent_calls", 2))
                .then()
                .statusCode(201)
                .body("outside", equalTo(true));
        put("/v1/tenants/new/key-maps/ours", Map.of("keys", Map.of("*94", "lock")))
                .then()
                .statusCode(201);
        put("/v1/tenants/new/extensions/100", Map.of("type", "phone", "class_of_service", "national"))
                .then()
                .statusCode(201);
        put("/v1/tenants/new/extensions/200", Map.of("type", "conference", "key_map", "ours"))
                .then()
                .statusCode(201);
        put(
                        "/v1/tenants/new/extensions/300",
                        Map.of(
                                "type",
                                "ivr",
                                "menu",
                                Map.of("prompt", "menu", "choices", Map.of("1", "100", "#", "+4930123456"))))
                .then()
                .statusCode(201)
                .body("menu.timeout_seconds", equalTo(5));
        put("/v1/tenants/new/credentials/100", Map.of("extension", "100", "password", "a long password"))
                .then()
                .statusCode(201)
                .body("has_password", equalTo(true))
                .body("password", equalTo(null));
        put("/v1/tenants/new/numbers/+49301000", Map.of("destination", "300", "callback", Map.of()))
                .then()
                .statusCode(201)
                .body("callback.manner", equalTo("refuse"))
                .body("callback.delay_seconds", equalTo(1));
        put("/v1/tenants/new/trunks/carrier", Map.of("host", "sip.carrier.example", "source_address", "192.0.2.7"))
                .then()
                .statusCode(201)
                .body("answer_supervision", equalTo(true));
        get("/v1/tenants/new/quotas").then().statusCode(200).header("ETag", "\"0\"");
        patch("/v1/tenants/new/quotas", Map.of("conferences", 3, "class_of_service", "national"))
                .then()
                .statusCode(201)
                .body("conferences", equalTo(3));
        put("/v1/tenants/new/pin-policy", Map.of("min_length", 6)).then().statusCode(201);
        get("/v1/tenants/new/pin-policy")
                .then()
                .statusCode(200)
                .body("min_length", equalTo(6))
                .body("refuse_runs", equalTo(true));
        put("/v1/tenants/new/extensions/201", Map.of("type", "conference", "pin", "25801"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("weak_pin"))
                .body("errors[0].detail", containsString("6 digits"));

        delete("/v1/tenants/new").then().statusCode(409).body("code", equalTo("in_use"));
        delete("/v1/tenants/new/classes-of-service/national")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/extensions/100/class_of_service"))
                .body("errors.pointer", hasItem("/quotas/default/class_of_service"));
        delete("/v1/tenants/new/extensions/300")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/numbers/+49301000/destination"));
    }

    @Test
    void listsArePagedByACursor() {
        String next = get(DEMO + "/extensions?limit=5")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .header("Link")
                .replaceAll("<(.*)>.*", "$1");

        Api.operator()
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.extension", not(hasItem("801")));
    }
}
