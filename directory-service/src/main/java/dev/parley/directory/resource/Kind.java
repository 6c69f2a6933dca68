package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one kind of document is like. Its record says by annotations what each field may be; this says the rest. No
 * method changes anything; what it looks up is as it is in the transaction of whoever asks.
 *
 * @param <T> the document: a record, or a sealed family of records
 */
public interface Kind<T> {
    /** What its documents are called, in the path and in YAML. */
    String collection();

    /** What one document is called, in sentences. */
    String noun();

    Class<T> type();

    /** The field that names a document; it cannot change. */
    String nameField();

    /** Which fields a list can be filtered by. */
    default Set<String> filters() {
        return Set.of(nameField());
    }

    /** Whether a tenant has exactly one, which needs no name. */
    default boolean single() {
        return false;
    }

    /** Whether only operators may change it, though the tenant may see it. */
    default boolean operatorWrites() {
        return false;
    }

    /** Fields that are taken, but never shown. */
    default Set<String> secretFields() {
        return Set.of();
    }

    /** Those of them that a document of this shape can have. */
    default Set<String> secretFields(ObjectNode body) {
        return secretFields();
    }

    /**
     * The secrets that the document brings, in the form in which they are kept: keyed by the field's name, or that and a
     * suffix after a dot where it is kept in several forms.
     */
    default Map<String, String> seal(ResourceId id, T document, World world) {
        return Map.of();
    }

    /** Which other documents of the tenant it needs. */
    default List<Reference> references(T document) {
        return List.of();
    }

    /** What is wrong with it, beyond its fields each by itself and references to what is not there. */
    default List<Violation> check(T document, Situation<T> situation) {
        return List.of();
    }

    /**
     * What of it another has already, and can be had but once. Asked when nothing else is wrong; whoever asks waits
     * for others that might take the same meanwhile.
     */
    default Optional<Violation> taken(T document, Situation<T> situation) {
        return Optional.empty();
    }

    /** Which documents cannot do without this one, which is about to go, beyond those that refer to it. */
    default List<Answer.Need> neededBy(ResourceId id, T document) {
        return List.of();
    }

    /**
     * The document that is kept where this one came from outside: fields that only the service itself sets
     * ({@link Change.Amend}) are as they were, or as this change leaves them.
     */
    default T withOwnFields(ResourceId id, T document, Optional<T> before) {
        return document;
    }

    /** Prompts that the document plays, by their place in it. */
    default Map<String, String> prompts(T document) {
        return Map.of();
    }

    /**
     * What the key of its entry starts with, up to the first slash; none when it is not published as an entry. The
     * tenant and the name follow, or the name alone where it is unique in the world.
     */
    default Optional<String> entryKind() {
        return Optional.empty();
    }

    /** The keys of the entries that change with it. */
    default List<String> entryKeys(ResourceId id) {
        return List.of();
    }

    /** What everybody is told of it. */
    default Optional<DirectoryEntry> entry(ResourceId id, T document, Map<String, String> secrets, World world) {
        return Optional.empty();
    }
}
