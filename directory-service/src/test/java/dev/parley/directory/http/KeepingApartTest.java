package dev.parley.directory.http;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What another tenant has is not there, whatever one asks for. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class KeepingApartTest {
    private static final Map<String, String> BODIES =
            Map.of("post", "application/json", "put", "application/json", "patch", Api.MERGE_PATCH);

    @Test
    void anotherTenantIsAnsweredLikeOneThatIsNotThere() {
        List<String> asked = new ArrayList<>();
        everything()
                .forEach((path, methods) -> methods.forEach(method -> {
                    Response theirs = ask(method, path.replace("{tenant}", "acme"));
                    Response nobodys = ask(method, path.replace("{tenant}", "nobody"));

                    assertThat(theirs.statusCode()).as("%s %s", method, path).isEqualTo(404);
                    assertThat(theirs.asString()).as("%s %s", method, path).isEqualTo(nobodys.asString());
                    assertThat(theirs.contentType()).isEqualTo(nobodys.contentType());
                    asked.add(method + path);
                }));
        assertThat(asked).hasSizeGreaterThan(40);
        Api.admin("acme").get("/v1/tenants/acme/extensions/801").then().statusCode(200);
    }

    @Test
    void oneSeesOnesOwnQuotasButDoesNotSetThem() {
        Api.admin("demo").get("/v1/tenants/demo/quotas").then().statusCode(200);
        Api.admin("demo")
                .contentType(ContentType.JSON)
                .body(Map.of("conferences", 1_000_000))
                .put("/v1/tenants/demo/quotas")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    /** Every path of a tenant with its methods, as the description has them; the names are of what there is. */
    private static Map<String, List<String>> everything() {
        Map<String, Map<String, Object>> paths = Api.operator()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");
        Map<String, List<String>> everything = new TreeMap<>();
        paths.forEach((path, item) -> {
            if (path.startsWith("/v1/tenants/{tenant}/") && !path.contains("/prompts/")) {
                everything.put(
                        path.replace("extensions/{name}", "extensions/801")
                                .replace("credentials/{name}", "credentials/801")
                                .replace("{name}", "x")
                                .replace("{id}", "demoacme"),
                        item.keySet().stream()
                                .filter(List.of("get", "post", "put", "patch", "delete")::contains)
                                .toList());
            }
        });
        return everything;
    }

    private static Response ask(String method, String path) {
        RequestSpecification request = Api.admin("demo");
        if (BODIES.containsKey(method)) {
            boolean yaml = path.endsWith("/configuration");
            request.contentType(yaml ? "application/yaml; charset=UTF-8" : BODIES.get(method))
                    .body("{}".getBytes(UTF_8));
        }
        return request.request(method.toUpperCase(Locale.ROOT), path);
    }
}
