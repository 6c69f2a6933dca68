package dev.parley.directory.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.directory.rest.Paths;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The description in the repository is the one that is served. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class DescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Path COMMITTED = Path.of("../docs/reference/directory-api.yaml");

    @Test
    void theCommittedDescriptionIsTheServedOne() throws IOException {
        String served = Api.get("/q/openapi").then().statusCode(200).extract().asString();
        if (System.getenv("PARLEY_RENEW") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("the API has changed; to renew its description:"
                        + " PARLEY_RENEW=yes mvn test -pl directory-service -am -Dtest=DescriptionTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(served);
    }

    @Test
    void pathsAreKnownWithTheirMethods() {
        Map<String, Map<String, Object>> paths = Api.operator()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        paths.forEach((path, item) -> {
            if (path.startsWith("/v1")) {
                assertThat(Paths.methods(path.replaceAll("\\{[a-z]+}", "x")))
                        .as(path)
                        .hasValueSatisfying(methods -> assertThat(methods)
                                .containsExactlyInAnyOrderElementsOf(item.keySet().stream()
                                        .filter(METHODS::contains)
                                        .map(method -> method.toUpperCase(Locale.ROOT))
                                        .toList()));
            }
        });
    }
}
