package dev.parley.directory.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What comes in with a request, as far as it can be told without knowing what it is about. */
@ApplicationScoped
public class Bodies {
    private static final int MOST_BYTES = 1 << 20;

    private final Documents documents;

    Bodies(Documents documents) {
        this.documents = documents;
    }

    /** All bytes, of which there may be a megabyte. */
    public byte[] bytes(InputStream body) {
        return bytes(body, MOST_BYTES);
    }

    /** All bytes, of which there may be so many. */
    public byte[] bytes(InputStream body, int most) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(
                        Problem.of(413, "too_large", "Too large", "Expected a body of at most " + most + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON object. */
    public ObjectNode object(byte[] bytes) {
        try {
            JsonNode tree = documents
                    .parse(bytes)
                    .orElseThrow(() -> malformed("Expected a JSON object, but the body is empty"));
            return checked(tree);
        } catch (StreamConstraintsException e) {
            throw malformed("Expected less deep and less long JSON");
        } catch (JsonProcessingException e) {
            throw malformed("Expected JSON, but at " + at(e) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("Expected JSON in UTF-8");
        }
    }

    /** An object, in which there is nothing that no text can have. */
    public static ObjectNode checked(JsonNode tree) {
        if (!(tree instanceof ObjectNode object)) {
            throw new Refused(Problem.invalid(List.of(new Violation("", "invalid_type", "Expected a JSON object"))));
        }
        List<Violation> violations = new ArrayList<>();
        findUnwritable(object, "", violations);
        if (!violations.isEmpty()) {
            throw new Refused(Problem.invalid(violations));
        }
        return object;
    }

    /** NUL, and halves of a character, which a database does not keep. */
    private static void findUnwritable(JsonNode node, String pointer, List<Violation> violations) {
        if (node.isTextual() && isUnwritable(node.asText())) {
            violations.add(unwritable(pointer));
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            findUnwritable(node.get(at), pointer + "/" + at, violations);
        }
        node.properties().forEach(member -> {
            if (isUnwritable(member.getKey())) {
                violations.add(unwritable(pointer));
            } else {
                findUnwritable(member.getValue(), pointer + Violation.step(member.getKey()), violations);
            }
        });
    }

    private static Violation unwritable(String pointer) {
        return new Violation(pointer, "invalid_character", "There is a character that no text can have");
    }

    /** Whether there is a character in it that a database does not keep. */
    public static boolean isUnwritable(String text) {
        return text.codePoints()
                .anyMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    static Refused malformed(String detail) {
        return new Refused(Problem.of(400, "malformed", "Malformed", detail));
    }
}
