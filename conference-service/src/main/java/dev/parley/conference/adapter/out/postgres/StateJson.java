package dev.parley.conference.adapter.out.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.PinEntry;
import dev.parley.contracts.media.DigitSeal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A room's state as it is kept: JSON with a version, so that a later shape can still read what this one wrote; PINs being
 * entered are sealed. Thread-safe.
 */
final class StateJson {
    /** Raise it when the domain's records change so that old snapshots no longer fit, and translate those on reading. */
    static final int VERSION = 3;

    private static final TypeReference<Map<String, Long>> OFFSETS = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .addMixIn(ConferenceState.class, Kinded.class)
            .addMixIn(Leg.class, Kinded.class)
            .addMixIn(PinEntry.class, PinEntryJson.class)
            .build();

    static {
        Stream.of(ConferenceState.class, Leg.class)
                .flatMap(StateJson::leaves)
                .forEach(type -> JSON.registerSubtypes(new NamedType(type, type.getSimpleName())));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Kinded {}

    private record Snapshot(int version, ConferenceState state) {}

    private final DigitSeal seal;

    StateJson(DigitSeal seal) {
        this.seal = seal;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .flatMap(StateJson::leaves)
                : Stream.of(type);
    }

    String write(ConferenceState state) {
        return text(new Snapshot(VERSION, state));
    }

    ConferenceState read(String json) {
        try {
            JsonNode snapshot = JSON.readTree(json);
            int version = snapshot.path("version").asInt();
            JsonNode state = snapshot.path("state");
            JsonNode translated = switch (version) {
                case 1 -> SecondSnapshots.translate(FirstSnapshots.translate(state));
                case 2 -> SecondSnapshots.translate(state);
                case VERSION -> state;
                default ->
                    throw new IllegalStateException(
                            "Expected a snapshot of version " + VERSION + ", but it is " + version);
            };
            return state(translated);
        } catch (IOException e) {
            throw new IllegalStateException("Could not read a snapshot", e);
        }
    }

    private ConferenceState state(JsonNode json) throws IOException {
        return JSON.readerFor(ConferenceState.class)
                .withAttribute(DigitSeal.class, seal)
                .readValue(json);
    }

    String writeOffsets(Map<String, Long> offsets) {
        return text(offsets);
    }

    Map<String, Long> readOffsets(String json) {
        try {
            return JSON.readValue(json, OFFSETS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not read the offsets of a room", e);
        }
    }

    private String text(Object value) {
        try {
            return JSON.writer().withAttribute(DigitSeal.class, seal).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write a snapshot", e);
        }
    }
}
