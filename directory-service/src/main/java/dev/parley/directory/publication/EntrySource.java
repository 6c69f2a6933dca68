package dev.parley.directory.publication;

import dev.parley.contracts.directory.DirectoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something whose entries are published. Called inside a transaction. */
public interface EntrySource {
    /** What its keys start with, up to the first slash. */
    Set<String> kinds();

    /** The keys of all there is. */
    List<String> keys();

    /**
     * The entries as they are now; those that are no more are left out.
     *
     * @param keys start with one of {@link #kinds()}
     */
    Map<String, DirectoryEntry> find(List<String> keys);
}
