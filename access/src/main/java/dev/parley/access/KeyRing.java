package dev.parley.access;

import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import java.time.Instant;
import java.util.Optional;

/** The keys that a service knows. May block; thread-safe. */
public interface KeyRing {
    /** The key of this id; empty when there is none, or it was revoked. */
    Optional<ApiKeyEntry> find(String id);

    /** Told of every request that a key was good for. Must be quick: it is in the request's path. */
    default void used(String id, Instant when) {}
}
