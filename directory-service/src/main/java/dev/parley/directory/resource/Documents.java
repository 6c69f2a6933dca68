package dev.parley.directory.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents in JSON, as the API and the database have them: names in snake_case, nothing unknown, nothing of a wrong type,
 * no number in the place of a text.
 */
@ApplicationScoped
public class Documents {
    private static final int DEEPEST = 20;

    private final Validator validator;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .findAndAddModules()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    Documents(Validator validator) {
        this.validator = validator;
    }

    /** A document that was read, or what is wrong with it. */
    public sealed interface Reading<T> {
        record Right<T>(T document) implements Reading<T> {}

        record Wrong<T>(List<Violation> violations) implements Reading<T> {}
    }

    /** Reads what came from outside, by itself: what it refers to is another matter. */
    public <T> Reading<T> read(Kind<T> kind, ObjectNode tree) {
        UnknownFields unknown = new UnknownFields();
        try {
            T document = json.readerFor(kind.type()).withHandler(unknown).readValue(tree);
            List<Violation> violations = new ArrayList<>(unknown.violations());
            validator.validate(document).forEach(found -> violations.add(Constraints.violation(found)));
            return violations.isEmpty() ? new Reading.Right<>(document) : new Reading.Wrong<>(violations);
        } catch (JsonMappingException e) {
            List<Violation> violations = new ArrayList<>(unknown.violations());
            violations.add(WrongTypes.violation(e));
            return new Reading.Wrong<>(violations);
        } catch (IOException e) {
            return new Reading.Wrong<>(List.of(new Violation("", "invalid", "Expected " + kind.noun())));
        }
    }

    /** What was kept is right. */
    public <T> T kept(Kind<T> kind, ObjectNode body) {
        try {
            return json.readerFor(kind.type())
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (IOException e) {
            throw new IllegalStateException("The database has " + kind.noun() + " that cannot be read", e);
        }
    }

    /** The document with everything that it left to its defaults, without its secrets. */
    <T> ObjectNode body(Kind<T> kind, T document) {
        try {
            byte[] written = json.writerFor(kind.type()).writeValueAsBytes(document);
            ObjectNode body = (ObjectNode) json.readTree(written);
            body.remove(kind.secretFields());
            return body;
        } catch (IOException e) {
            throw new IllegalStateException("Could not write " + kind.noun(), e);
        }
    }

    public ObjectNode object() {
        return json.createObjectNode();
    }

    /** What the database has. */
    ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has a document that is no JSON", e);
        }
    }

    Map<String, String> strings(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has an object that is no JSON", e);
        }
    }

    /** What came from outside; none when it is empty. */
    public Optional<JsonNode> parse(byte[] bytes) throws IOException {
        JsonNode tree = json.readTree(bytes);
        return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    }

    public String text(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write JSON", e);
        }
    }

    /** Any value as a tree. */
    public JsonNode tree(Object value) {
        return json.valueToTree(value);
    }
}
