package dev.parley.directory.resource;

import dev.parley.directory.rule.Violation;
import java.util.List;
import java.util.Optional;

/** What became of a change. All but {@link Done} have changed nothing. */
public sealed interface Answer {
    /** It was made, or in a dry run would have been. */
    record Done(Outcome outcome, Stored stored) implements Answer {}

    /** There is no such document. */
    record Unknown(ResourceId id) implements Answer {}

    /** Somebody else was there first. */
    record Stale(ResourceId id, Optional<Stored> found) implements Answer {}

    /** The document is not right. */
    record Refused(List<Violation> violations) implements Answer {}

    /** Something of it is there already, and can be there but once. */
    record Taken(Violation violation) implements Answer {}

    /**
     * It cannot go while others need it.
     *
     * @param by where each of these says so
     */
    record Needed(ResourceId id, List<Need> by) implements Answer {}

    /** It was made when it was asked for the first time; this is what was answered then. */
    record Repeated(Stored stored) implements Answer {}

    /** It was asked before with the same key, and is being worked on. */
    record Running() implements Answer {}

    /** The key was used before, to ask something else. */
    record OtherRequest() implements Answer {}

    /** A place in another document, which needs this one. */
    record Need(ResourceId by, String pointer) {}

    /** What has happened to a document. */
    enum Outcome {
        CREATED,
        CHANGED,
        /** It was so already. */
        UNCHANGED,
        DELETED
    }
}
