package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document as it is kept.
 *
 * @param revision new with every change, and never used twice
 * @param secrets sealed, by what they are for; see {@link Kind#seal}
 */
public record Stored(
        ResourceId id, long revision, ObjectNode body, Map<String, String> secrets, Instant created, Instant updated) {
    /** A secret may be kept in several forms, {@code password.md5} and so on; this is its field in the document. */
    static String fieldOf(String secret) {
        int dot = secret.indexOf('.');
        return dot < 0 ? secret : secret.substring(0, dot);
    }

    /** The fields whose secret is kept. */
    public Set<String> secretFields() {
        Set<String> fields = new TreeSet<>();
        secrets.keySet().forEach(secret -> fields.add(fieldOf(secret)));
        return fields;
    }

    /** Does not show the secrets. */
    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
