package dev.parley.directory.publication;

import dev.parley.contracts.directory.DirectoryEntry;
import java.util.List;
import java.util.Optional;

/** A feature whose rows are published. Called inside a transaction. */
public interface EntrySource {
    /** What its keys start with, up to the first slash. */
    String kind();

    /** The keys of all there is. */
    List<String> keys();

    /**
     * The entry as it is now; empty when there is none, or none any more.
     *
     * @param key starts with {@link #kind()}
     */
    Optional<DirectoryEntry> find(String key);
}
