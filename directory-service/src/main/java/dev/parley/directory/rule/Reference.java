package dev.parley.directory.rule;

/**
 * A document's need of another one of the same tenant.
 *
 * @param pointer where the document says so
 * @param kind of the document that is needed, as its collection is called
 * @param name of the document that is needed
 */
public record Reference(String pointer, String kind, String name) {}
