package dev.parley.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One family of messages, a sealed interface (or a single record), written as JSON with its kind in {@code type}.
 *
 * <p>Old readers survive new writers: unknown fields are ignored, unknown kinds and enum values become
 * {@link Reading.Unknown}. Thread-safe.
 */
public final class Family<T> {
    private static final String TYPE = "type";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number that is missing is not 0: nobody may be sent to instance 0 because a field was forgotten.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private final Class<T> root;
    private final Map<String, Class<?>> kinds;

    private Family(Class<T> root) {
        this.root = root;
        this.kinds = leaves(root).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    }

    public static <T> Family<T> of(Class<T> root) {
        return new Family<>(root);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .flatMap(Family::leaves)
                : Stream.of(type);
    }

    /** The names that {@code type} may have. */
    public Map<String, Class<?>> kinds() {
        return kinds;
    }

    /** The name that {@code type} has for this message. */
    public String kindOf(T message) {
        return message.getClass().getSimpleName();
    }

    public byte[] write(T message) {
        ObjectNode json = JSON.createObjectNode();
        json.put(TYPE, kindOf(message));
        json.setAll((ObjectNode) JSON.valueToTree(message));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reading<T> read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json == null || !json.isObject()) {
                return new Reading.Unreadable<>("Expected a JSON object");
            }
            String kind = json.path(TYPE).asText("");
            if (kind.isEmpty()) {
                return new Reading.Unreadable<>("Expected the field 'type'");
            }
            Class<?> known = kinds.get(kind);
            return known == null
                    ? new Reading.Unknown<>(kind)
                    : new Reading.Understood<>(root.cast(JSON.treeToValue(json, known)));
        } catch (InvalidFormatException e) {
            return e.getTargetType().isEnum()
                    ? new Reading.Unknown<>(e.getTargetType().getSimpleName() + " '" + e.getValue() + "'")
                    : new Reading.Unreadable<>(e.getOriginalMessage());
        } catch (JsonMappingException e) {
            return new Reading.Unreadable<>(e.getOriginalMessage() + at(e));
        } catch (JacksonException e) {
            return new Reading.Unreadable<>(e.getOriginalMessage());
        } catch (IOException e) {
            return new Reading.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    private static String at(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return field.isEmpty() ? "" : " at '" + field + "'";
    }
}
