package dev.parley.directory.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.parley.directory.openapi.ApiDocument.Operation;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that is served is one of OpenAPI 3.1, and as useful as the rules of the trade ask. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class LintingIT {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    private ApiDocument document;
    private List<Operation> operations;

    @BeforeEach
    void read() {
        document = ApiDocument.of(given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        operations = document.operations();
        assertThat(operations).hasSizeGreaterThan(40);
    }

    @Test
    void theDocumentIsAsItsOwnSchemaAsks() {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(LintingIT.class.getResourceAsStream("/openapi/oas-3.1.json"));

        assertThat(schema.validate(document.root())).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> lost = document.root().findValues("$ref").stream()
                .map(JsonNode::asText)
                .filter(reference -> !reference.startsWith("#/")
                        || document.root().at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(lost).isEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        Map<String, List<Operation>> named = operations.stream().collect(Collectors.groupingBy(Operation::id));

        assertThat(named).doesNotContainKey("");
        assertThat(named.values())
                .allSatisfy(operations -> assertThat(operations).hasSize(1));
        assertThat(named.keySet()).allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItGoes() {
        Set<String> tags =
                document.root().path("tags").findValuesAsText("name").stream().collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations) {
            fault(faults, operation, operation.node().path("summary").asText().isEmpty(), "has no summary");
            fault(
                    faults,
                    operation,
                    operation.node().path("description").asText().isEmpty(),
                    "has no description");
            fault(faults, operation, operation.node().path("tags").isEmpty(), "has no tag");
            operation
                    .node()
                    .path("tags")
                    .forEach(tag ->
                            fault(faults, operation, !tags.contains(tag.asText()), "has an undescribed tag " + tag));
            Set<String> statuses = new TreeSet<>();
            operation.node().path("responses").fieldNames().forEachRemaining(statuses::add);
            fault(faults, operation, statuses.stream().noneMatch(status -> status.startsWith("2")), "never succeeds");
            for (String failure : List.of("401", "404", "429")) {
                fault(
                        faults,
                        operation,
                        operation.path().startsWith("/v1") && !statuses.contains(failure),
                        "does not tell of " + failure);
            }
            operation.node().path("responses").properties().forEach(response -> {
                JsonNode found = document.resolved(response.getValue());
                fault(
                        faults,
                        operation,
                        found.path("description").asText().isEmpty(),
                        "leaves " + response.getKey() + " undescribed");
                fault(
                        faults,
                        operation,
                        response.getKey().startsWith("4")
                                && !found.path("content").has("application/problem+json"),
                        "tells of " + response.getKey() + " by no problem document");
            });
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void everyParameterIsDescribedAndThoseOfThePathAreThere() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations) {
            Set<String> inPath = PATH_PARAMETER
                    .matcher(operation.path())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
            Set<String> declared = new TreeSet<>();
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").asText();
                fault(
                        faults,
                        operation,
                        parameter.path("description").asText().isEmpty(),
                        "has an undescribed parameter " + name);
                fault(faults, operation, parameter.path("schema").isMissingNode(), "does not say what is " + name);
                if (parameter.path("in").asText().equals("path")) {
                    fault(faults, operation, !parameter.path("required").asBoolean(), "can do without " + name);
                    declared.add(name);
                }
            }
            fault(
                    faults,
                    operation,
                    !declared.equals(inPath),
                    "has " + inPath + " in its path, but declares " + declared);
        }

        assertThat(faults).isEmpty();
    }

    /** Java's own classes of characters are nothing to others who read the pattern (ECMA-262, as JSON Schema asks). */
    @Test
    void everyPatternIsOneThatAllUnderstand() {
        List<String> patterns = document.root().findValues("pattern").stream()
                .map(JsonNode::asText)
                .toList();

        assertThat(patterns).isNotEmpty().noneMatch(pattern -> pattern.contains("\\p{") || pattern.contains("(?i"));
    }

    @Test
    void examplesAreAsTheirSchemasAsk() {
        var schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations) {
            operation.node().at("/requestBody/content").forEach(content -> {
                if (content.has("example")) {
                    ObjectNode schema = ((ObjectNode) content.get("schema")).deepCopy();
                    schema.set("components", document.root().get("components"));
                    schemas.getSchema(schema)
                            .validate(content.get("example"))
                            .forEach(message -> faults.add(operation + ": " + message));
                }
            });
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsDescribedThatNobodyRefersTo() {
        Set<String> used = new TreeSet<>(document.root().findValuesAsText("$ref"));
        Set<String> unused = new TreeSet<>();
        for (String part : List.of("schemas", "responses")) {
            document.root().path("components").path(part).fieldNames().forEachRemaining(name -> {
                if (!used.contains("#/components/" + part + "/" + name)) {
                    unused.add(part + "/" + name);
                }
            });
        }

        assertThat(unused).isEmpty();
    }

    @Test
    void whoMayAskIsSaid() {
        Set<String> schemes = new TreeSet<>();
        document.root().at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);

        assertThat(schemes).containsExactly("api_key", "bearer");
        assertThat(document.root().path("security"))
                .isNotEmpty()
                .allSatisfy(requirement -> assertThat(schemes)
                        .containsAll(requirement.properties().stream()
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    private static void fault(List<String> faults, Operation operation, boolean wrong, String what) {
        if (wrong) {
            faults.add(operation + " " + what);
        }
    }
}
