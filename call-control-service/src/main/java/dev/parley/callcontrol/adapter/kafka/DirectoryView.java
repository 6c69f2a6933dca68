package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.messaging.CompactedView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What directory-service has published, kept here so that nobody is asked while a phone rings. */
public final class DirectoryView implements AutoCloseable {
    private final Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();
    private final CompactedView<DirectoryEntry> view;

    public DirectoryView(Map<String, Object> kafka) {
        view = CompactedView.of(Topics.DIRECTORY_ENTRIES, DirectoryEntry.class, kafka, this::show);
    }

    private void show(String key, Optional<DirectoryEntry> entry) {
        entry.ifPresentOrElse(known -> entries.put(key, known), () -> entries.remove(key));
    }

    public Directory directory() {
        return Directory.live(entries);
    }

    public boolean isCaughtUp() {
        return view.isCaughtUp();
    }

    @Override
    public void close() {
        view.close();
    }
}
