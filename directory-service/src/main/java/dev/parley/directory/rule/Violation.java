package dev.parley.directory.rule;

/**
 * What is wrong with a document.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty: the document as a whole
 * @param code for programs; never changes its meaning
 * @param detail for people
 */
public record Violation(String pointer, String code, String detail) {
    /** The same, in a document that is part of another one. */
    public Violation within(String prefix) {
        return new Violation(prefix + pointer, code, detail);
    }

    /** One step of a JSON pointer, escaped. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
