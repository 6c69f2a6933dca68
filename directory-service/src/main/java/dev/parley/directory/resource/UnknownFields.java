package dev.parley.directory.resource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import dev.parley.directory.rule.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects all fields that nobody knows, so that a typing mistake is not found one at a time. */
final class UnknownFields extends DeserializationProblemHandler {
    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return violations;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        violations.add(new Violation(pointer, "unknown_field", "There is no field '" + name + "' here"));
        parser.skipChildren();
        return true;
    }
}
