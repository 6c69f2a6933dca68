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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox notes, as it is when it is published.
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

    private final Map<String, EntrySource> sources;
    private final Outbox outbox;
    private final MessageWriter<DirectoryEntry> topic;
    private volatile boolean complete;

    Publication(@All List<EntrySource> sources, Outbox outbox, @Channel(CHANNEL) MutinyEmitter<byte[]> channel) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(EntrySource::kind, Function.identity()));
        this.outbox = outbox;
        this.topic = new MessageWriter<>(DirectoryEntry.class, channel, "/directory");
    }

    void noteEverything(@Observes @Priority(AFTER_SEEDING) StartupEvent started) {
        QuarkusTransaction.requiringNew()
                .run(() -> sources.values().stream()
                        .flatMap(source -> source.keys().stream())
                        .forEach(outbox::changed));
    }

    @Scheduled(
            every = "${parley.directory.publish-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void publish() {
        int published;
        do {
            published = QuarkusTransaction.requiringNew().call(this::publishOldest);
        } while (published > 0);
        complete = true;
    }

    /** Whether all there was at the start has been published. */
    boolean isComplete() {
        return complete;
    }

    private int publishOldest() {
        List<OutboxRow> changes = outbox.oldest();
        if (changes.isEmpty()) {
            return 0;
        }
        List<Uni<Void>> confirmations = changes.stream()
                .map(change -> change.entryKey)
                .distinct()
                .map(this::publishNow)
                .toList();
        Uni.join().all(confirmations).andFailFast().await().atMost(BROKER_PATIENCE);
        changes.forEach(outbox::delete);
        LOG.debugf("entries published count=%d", confirmations.size());
        return changes.size();
    }

    private Uni<Void> publishNow(String key) {
        EntrySource source = sources.get(key.substring(0, key.indexOf('/')));
        if (source == null) {
            throw new IllegalStateException("No feature publishes entries such as " + key);
        }
        return source.find(key).map(entry -> topic.send(key, entry)).orElseGet(() -> topic.withdraw(key));
    }
}
