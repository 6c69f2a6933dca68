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
import org.junit.jupiter.api.Test;

/** What another tenant has is not there, whatever one asks for. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class KeepingApartTest {
    private static final int REQUESTS = 500;
    private static final Map<String, String> BODIES =
            Map.of("post", "application/json", "put", "application/json", "patch", Api.MERGE_PATCH);

    @Test
    void anotherTenantIsAnsweredLikeOneThatIsNotThere() {
        List<Operation> operations = everything();
        assertThat(operations).hasSizeBetween(41, REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = operations.get(i % operations.size());
            Response theirs = ask(operation, "acme");
            Response nobodys = ask(operation, "nobody");

            assertThat(theirs.statusCode()).as("%s", operation).isEqualTo(404);
            assertThat(theirs.asString()).as("%s", operation).isEqualTo(nobodys.asString());
            assertThat(theirs.contentType()).isEqualTo(nobodys.contentType());
        }
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

    private record Operation(String method, String path) {}

    /** Every path of a tenant with its methods, as the description has them; the names are of what there is. */
    private static List<Operation> everything() {
        Map<String, Map<String, Object>> paths = Api.operator()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");
        List<Operation> everything = new ArrayList<>();
        paths.forEach((path, item) -> {
            if (path.startsWith("/v1/tenants/{tenant}/") && !path.contains("/prompts/")) {
                String named = path.replace("extensions/{name}", "extensions/801")
                        .replace("credentials/{name}", "credentials/801")
                        .replace("{name}", "x")
                        .replace("{id}", "demoacme");
                item.keySet().stream()
                        .filter(List.of("get", "post", "put", "patch", "delete")::contains)
                        .forEach(method -> everything.add(new Operation(method, named)));
            }
        });
        return everything;
    }

    private static Response ask(Operation operation, String tenant) {
        String method = operation.method();
        String path = operation.path().replace("{tenant}", tenant);
        RequestSpecification request = Api.admin("demo");
        if (BODIES.containsKey(method)) {
            boolean yaml = path.endsWith("/configuration");
            request.contentType(yaml ? "application/yaml; charset=UTF-8" : BODIES.get(method))
                    .body("{}".getBytes(UTF_8));
        }
        return request.request(method.toUpperCase(Locale.ROOT), path);
    }
}
