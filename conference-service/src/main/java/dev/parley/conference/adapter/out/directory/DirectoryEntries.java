package dev.parley.conference.adapter.out.directory;

import dev.parley.contracts.directory.DirectoryEntry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All that the directory has published, by key. Thread-safe. */
public final class DirectoryEntries {
    private final Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();

    /** The directory has this entry now. */
    public void put(String key, DirectoryEntry entry) {
        entries.put(key, entry);
    }

    /** The directory no longer has an entry of this key. */
    public void remove(String key) {
        entries.remove(key);
    }

    <T extends DirectoryEntry> Optional<T> find(String key, Class<T> kind) {
        return Optional.ofNullable(entries.get(key)).filter(kind::isInstance).map(kind::cast);
    }

    <T extends DirectoryEntry> Stream<T> all(Class<T> kind) {
        return entries.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
