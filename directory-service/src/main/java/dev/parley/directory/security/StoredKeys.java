package dev.parley.directory.security;

import dev.parley.access.KeyRing;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys as the database has them at the moment: one that was revoked opens nothing any more, whichever instance is asked.
 *
 * <p>When a key was last used is gathered here and written once a minute, outside of all requests; what a crash loses
 * is that minute.
 */
@ApplicationScoped
public class StoredKeys implements KeyRing {
    private final KeyStore keys;
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    StoredKeys(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Optional<ApiKeyEntry> find(String id) {
        return keys.withId(id).map(ApiKey::entry);
    }

    @Override
    public void used(String id, Instant when) {
        uses.put(id, when);
    }

    /** Writes what has gathered. */
    @Scheduled(
            every = "${parley.directory.keys.write-uses-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void writeUses() {
        Map<String, Instant> gathered = new HashMap<>(uses);
        gathered.forEach(uses::remove);
        if (!gathered.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> keys.used(gathered));
        }
    }

    void writeTheLast(@Observes ShutdownEvent end) {
        writeUses();
    }
}
