package dev.parley.directory.resource;

import dev.parley.directory.rule.Violation;

/**
 * Which document.
 *
 * @param tenant whose; {@link #OPERATOR} for what belongs to the installation
 * @param kind what it is, as its collection is called
 * @param name unique within the two
 */
public record ResourceId(String tenant, String kind, String name) {
    /** Stands for the tenant where there is none. */
    public static final String OPERATOR = "";

    /** What a document is called whose kind has but one of it. */
    public static final String ONLY = "default";

    /** Where it is within the tenant, as a JSON pointer. */
    public String pointer() {
        return Violation.step(kind) + Violation.step(name);
    }
}
