package dev.parley.conference.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conference.adapter.in.rest.Problem.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A document that came in, read field by field; all that is wrong with it is told at once. Not thread-safe. */
final class Document {
    private static final int MOST_BYTES = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;
    private final List<Fault> faults = new ArrayList<>();

    private Document(ObjectNode object) {
        this.object = object;
    }

    /** All that came in. */
    static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(Problem.of(
                        413, "too_large", "Too large", "Expected a body of at most " + MOST_BYTES + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw malformed("Expected a body");
        }
    }

    /** Reads a JSON object that has no other fields than these. */
    static Document read(InputStream body, String... fields) {
        return read(bytes(body), fields);
    }

    static Document read(byte[] bytes, String... fields) {
        try {
            if (!(JSON.readTree(bytes) instanceof ObjectNode object)) {
                throw new Refused(
                        Problem.invalid(List.of(new Fault("", null, "invalid_type", "Expected a JSON object"))));
            }
            return new Document(object).only(Set.of(fields));
        } catch (JsonProcessingException e) {
            throw malformed("Expected JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("Expected JSON in UTF-8");
        }
    }

    private static Refused malformed(String detail) {
        return new Refused(Problem.of(400, "malformed", "Malformed", detail));
    }

    private Document only(Set<String> fields) {
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                fault("/" + field, "unknown_field", "There is no field '" + field + "' here");
            }
        });
        return this;
    }

    /** Notes what the form alone does not show. */
    void object(String field, String code, Optional<String> objection) {
        objection.ifPresent(detail -> fault("/" + field, code, detail));
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, null, code, detail));
    }

    private Optional<JsonNode> find(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    /** A text of this format; none where it is left out. */
    Optional<String> text(String field, String format, String expected) {
        return find(field).flatMap(value -> {
            if (value.isTextual() && value.asText().matches(format)) {
                return Optional.of(value.asText());
            }
            fault("/" + field, "invalid_value", "Expected '" + field + "' to be " + expected);
            return Optional.empty();
        });
    }

    /** Notes that this has to be there. */
    void require(String... fields) {
        for (String field : fields) {
            if (find(field).isEmpty()) {
                fault("/" + field, "required", "Expected '" + field + "'");
            }
        }
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> kind) {
        List<String> names = Arrays.stream(kind.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return text(field, String.join("|", names), "one of " + String.join(", ", names))
                .map(name -> Enum.valueOf(kind, name.toUpperCase(Locale.ROOT)));
    }

    Optional<Boolean> flag(String field) {
        return find(field).flatMap(value -> {
            if (value.isBoolean()) {
                return Optional.of(value.asBoolean());
            }
            fault("/" + field, "invalid_type", "Expected '" + field + "' to be true or false");
            return Optional.empty();
        });
    }

    Optional<Integer> number(String field, int least, int most) {
        return find(field).flatMap(value -> {
            if (value.isInt() && value.asInt() >= least && value.asInt() <= most) {
                return Optional.of(value.asInt());
            }
            fault(
                    "/" + field,
                    "out_of_range",
                    "Expected '" + field + "' to be a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    /** Up to so many texts, each one of these; none where it is left out. */
    Optional<List<String>> choices(String field, int most, Set<String> allowed) {
        return find(field).map(list -> {
            if (!list.isArray() || list.size() > most) {
                fault("/" + field, "wrong_size", "Expected '" + field + "' to be a list of at most " + most);
                return List.of();
            }
            List<String> chosen = new ArrayList<>();
            for (int at = 0; at < list.size(); at++) {
                String text = list.get(at).asText();
                if (allowed.contains(text)) {
                    chosen.add(text);
                } else {
                    fault("/" + field + "/" + at, "invalid_value", "Expected one of " + String.join(", ", allowed));
                }
            }
            return chosen.stream().distinct().toList();
        });
    }

    /** From 1 to so many texts of this format. */
    List<String> texts(String field, int most, String format, String expected) {
        JsonNode list = find(field).orElse(null);
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > most) {
            fault("/" + field, "wrong_size", "Expected '" + field + "' to be a list of 1 to " + most);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at).isTextual() && list.get(at).asText().matches(format)) {
                texts.add(list.get(at).asText());
            } else {
                fault("/" + field + "/" + at, "invalid_value", "Expected " + expected);
            }
        }
        return texts;
    }

    /** Goes on only when nothing was wrong. */
    void check() {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.invalid(faults));
        }
    }
}
