package dev.parley.directory.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.rule.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A wish for a key as it came in, in JSON. */
final class WishForm {
    private static final Set<String> FIELDS = Set.of("name", "scopes", "expires");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ObjectNode form;
    private final List<Violation> violations = new ArrayList<>();

    WishForm(ObjectNode form) {
        this.form = form;
    }

    /** What is wanted. Only worth reading where nothing is wrong. */
    KeyWish wish() {
        form.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                violations.add(new Violation(
                        Violation.step(field), "unknown_field", "There is no field '" + field + "' here"));
            }
        });
        return new KeyWish(name(), scopes(), expires());
    }

    /** What is wrong with the form; known once the wish was read. */
    List<Violation> violations() {
        return violations;
    }

    private String name() {
        return text("/name", form.path("name")).orElse("");
    }

    private List<String> scopes() {
        JsonNode scopes = form.path("scopes");
        if (!scopes.isArray()) {
            violations.add(new Violation("/scopes", "invalid_type", "Expected 'scopes' to be an array of texts"));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < scopes.size(); at++) {
            text("/scopes/" + at, scopes.get(at)).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<Instant> expires() {
        JsonNode expires = form.path("expires");
        if (expires.isMissingNode() || expires.isNull()) {
            return Optional.empty();
        }
        return text("/expires", expires).flatMap(this::instant);
    }

    private Optional<Instant> instant(String text) {
        try {
            // As precise as the database keeps it.
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (!instant.isAfter(LATEST)) {
                return Optional.of(instant);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        violations.add(new Violation(
                "/expires", "invalid_value", "Expected 'expires' to be a time such as 2027-01-31T12:00:00Z"));
        return Optional.empty();
    }

    private Optional<String> text(String pointer, JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.asText());
        }
        violations.add(new Violation(pointer, "invalid_type", "Expected '" + pointer.substring(1) + "' to be a text"));
        return Optional.empty();
    }
}
