package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.rule.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a document from outside says of fields that are never shown: a value sets one, {@code null} takes it away, nothing
 * leaves it as it is.
 *
 * <p>{@code has_pin} and the like, which reads show, may come back: so that what was read can be written. It must then be
 * true; and {@code false} takes the secret away.
 *
 * @param set those that it brings
 * @param removed those that it takes away
 */
record SecretFields(Set<String> set, Set<String> removed, List<Violation> violations) {
    private static final String SHOWN = "has_";

    static SecretFields of(Kind<?> kind, ObjectNode input, Set<String> held) {
        SecretFields told = new SecretFields(new HashSet<>(), new HashSet<>(), new ArrayList<>());
        kind.secretFields().forEach(field -> told.look(field, input, held.contains(field)));
        return told;
    }

    /** How a read tells that the secret of the field is there. */
    static String shown(String field) {
        return SHOWN + field;
    }

    private void look(String field, ObjectNode input, boolean held) {
        JsonNode value = input.get(field);
        JsonNode has = input.get(shown(field));
        if (has != null && !has.isBoolean()) {
            violations.add(new Violation("/" + shown(field), "invalid_type", "Expected true or false"));
            return;
        }
        boolean none = has != null && !has.asBoolean();
        boolean some = has != null && has.asBoolean();
        if (value != null && !value.isNull()) {
            set.add(field);
            if (none) {
                wrong(field, "contradiction", "Expected no '" + field + "' where there is to be none");
            }
        } else if (none || value != null) {
            removed.add(field);
            if (some) {
                wrong(field, "contradiction", "Expected a '" + field + "' where there is to be one");
            }
        } else if (some && !held) {
            wrong(field, "secret_missing", "Expected a '" + field + "': there is none yet, and reads never show one");
        }
    }

    private void wrong(String field, String code, String detail) {
        violations.add(new Violation("/" + field, code, detail));
    }

    /** The secrets as they will be. */
    Map<String, String> after(Map<String, String> before, Map<String, String> brought) {
        Map<String, String> after = new TreeMap<>(before);
        after.keySet()
                .removeIf(secret -> set.contains(Stored.fieldOf(secret)) || removed.contains(Stored.fieldOf(secret)));
        after.putAll(brought);
        return after;
    }
}
