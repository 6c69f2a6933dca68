package dev.parley.directory.publication;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.messaging.MessageWriter;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox notes, as it is when it is published: right after the change, and again and again until the
 * broker has it.
 *
 * <p>At every start all entries are published anew, so that a lost topic heals. Should the broker not confirm, the
 * transaction is rolled back and the next round tries again.
 */
@ApplicationScoped
public class Publication {
    static final String CHANNEL = "directory-entries";
    static final int AFTER_SEEDING = 3000;

    private static final Logger LOG = Logger.getLogger(Publication.class);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(20);

    private final Map<String, EntrySource> sources = new HashMap<>();
    private final List<EntrySource> all;
    private final Outbox outbox;
    private final MessageWriter<DirectoryEntry> topic;
    private final ExecutorService workers;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean complete;

    Publication(
            @All List<EntrySource> sources,
            Outbox outbox,
            @Channel(CHANNEL) MutinyEmitter<byte[]> channel,
            ExecutorService workers) {
        this.all = sources;
        sources.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.outbox = outbox;
        this.topic = new MessageWriter<>(DirectoryEntry.class, channel, "/directory");
        this.workers = workers;
    }

    void noteEverything(@Observes @Priority(AFTER_SEEDING) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> all.forEach(source -> outbox.changed(source.keys())));
    }

    /** Right after the change. Whoever made it does not wait; many changes at once need one round. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Noted noted) {
        if (complete && asked.compareAndSet(false, true)) {
            workers.execute(this::publishSoon);
        }
    }

    private void publishSoon() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.warnf("changes are published later error=%s", e.getMessage());
        }
    }

    @Scheduled(
            every = "${parley.directory.publish-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void publish() {
        int published;
        do {
            // Before the outbox is read: what is noted from here on is either read, or asks again.
            asked.set(false);
            published = QuarkusTransaction.requiringNew().call(this::publishOldest);
        } while (published > 0);
        complete = true;
    }

    /** Whether all there was at the start has been published. */
    boolean isComplete() {
        return complete;
    }

    private int publishOldest() {
        List<Outbox.Change> changes = outbox.oldest();
        if (changes.isEmpty()) {
            return 0;
        }
        Map<EntrySource, List<String>> keys = new HashMap<>();
        changes.stream()
                .map(Outbox.Change::entryKey)
                .distinct()
                .forEach(key -> keys.computeIfAbsent(source(key), _ -> new ArrayList<>())
                        .add(key));
        Map<String, DirectoryEntry> entries = new HashMap<>();
        keys.forEach((source, changed) -> entries.putAll(source.find(changed)));
        List<String> changed = keys.values().stream().flatMap(List::stream).toList();
        // Callbacks of the broker's client would otherwise take part in the transaction, which must end without them.
        QuarkusTransaction.suspendingExisting().run(() -> send(changed, entries));
        outbox.done(changes);
        LOG.debugf("entries published count=%d", changed.size());
        return changes.size();
    }

    private EntrySource source(String key) {
        EntrySource source = sources.get(key.substring(0, key.indexOf('/')));
        if (source == null) {
            throw new IllegalStateException("No feature publishes entries such as " + key);
        }
        return source;
    }

    private void send(List<String> keys, Map<String, DirectoryEntry> entries) {
        List<Uni<Void>> confirmations = keys.stream()
                .map(key -> {
                    DirectoryEntry entry = entries.get(key);
                    return entry == null ? topic.withdraw(key) : topic.send(key, entry);
                })
                .toList();
        Uni.join().all(confirmations).andFailFast().await().atMost(BROKER_PATIENCE);
    }
}
