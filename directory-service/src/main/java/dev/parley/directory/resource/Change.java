package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What somebody wants of one document. */
public sealed interface Change {
    ResourceId id();

    /** What must be so for the change to be made. */
    Condition condition();

    /**
     * The document is to be as said here.
     *
     * @param document as it came from outside
     */
    record Put(ResourceId id, ObjectNode document, Condition condition) implements Change {}

    /**
     * The document, which is there, is to change in this (RFC 7396).
     *
     * @param patch as it came from outside
     */
    record Patch(ResourceId id, ObjectNode patch, Condition condition) implements Change {}

    /**
     * The document, which is there, is to change in this, also where no document from outside can change it: the
     * service itself says so, once it has found that the caller may.
     */
    record Amend(ResourceId id, ObjectNode patch, Condition condition) implements Change {}

    /** The document is to be no more. */
    record Delete(ResourceId id, Condition condition) implements Change {}
}
