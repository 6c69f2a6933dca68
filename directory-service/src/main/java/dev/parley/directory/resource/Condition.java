package dev.parley.directory.resource;

import java.util.Optional;
import java.util.Set;

/** What must be so for a change to be made. */
public sealed interface Condition {
    /** Nothing. */
    record Any() implements Condition {}

    /** There is no such document (POST, {@code If-None-Match: *}). */
    record Absent() implements Condition {}

    /** There is such a document ({@code If-Match: *}). */
    record Present() implements Condition {}

    /** It is at one of these revisions ({@code If-Match}). */
    record AtRevision(Set<Long> revisions) implements Condition {
        public AtRevision {
            revisions = Set.copyOf(revisions);
        }
    }

    /** Whether it holds for a document that is there, or not. */
    default boolean holds(Optional<Stored> stored) {
        return holdsAt(stored.map(Stored::revision));
    }

    /** The same, where nothing but the revision is known; none: there is no such thing. */
    default boolean holdsAt(Optional<Long> revision) {
        return switch (this) {
            case Any _ -> true;
            case Absent _ -> revision.isEmpty();
            case Present _ -> revision.isPresent();
            case AtRevision(Set<Long> revisions) ->
                revision.filter(revisions::contains).isPresent();
        };
    }
}
