package dev.parley.directory.prompt;

import dev.parley.contracts.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes prompts as they are when they are published: right after the change, and again until the broker has them.
 *
 * <p>All of them are published anew when the topic is empty, so that a lost one heals; at every start would be too much.
 */
@ApplicationScoped
public class PromptPublication {
    private static final String CHANNEL = "directory-prompts";
    private static final Logger LOG = Logger.getLogger(PromptPublication.class);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(20);
    private static final int AFTER_TOPICS_ARE_MADE = 2900;

    private final PromptOutbox outbox;
    private final PromptTable prompts;
    private final MutinyEmitter<byte[]> topic;
    private final ExecutorService workers;
    private final AtomicBoolean asked = new AtomicBoolean();

    PromptPublication(
            PromptOutbox outbox,
            PromptTable prompts,
            @Channel(CHANNEL) MutinyEmitter<byte[]> topic,
            ExecutorService workers) {
        this.outbox = outbox;
        this.prompts = prompts;
        this.topic = topic;
        this.workers = workers;
    }

    /** There is something to publish, once the transaction is through. */
    record Changed() {}

    void healTheTopic(
            @Observes @Priority(AFTER_TOPICS_ARE_MADE) StartupEvent started,
            @Identifier("default-kafka-broker") Map<String, Object> kafka)
            throws InterruptedException {
        TopicPartition partition = new TopicPartition(Topics.DIRECTORY_PROMPTS, 0);
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            if (end == 0) {
                QuarkusTransaction.requiringNew().run(outbox::noteEverything);
            }
        } catch (ExecutionException e) {
            LOG.warnf("cannot tell whether prompts have been published error=%s", e.getCause());
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        if (asked.compareAndSet(false, true)) {
            workers.execute(this::publishSoon);
        }
    }

    private void publishSoon() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.warnf("prompts are published later error=%s", e.getMessage());
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
    }

    private int publishOldest() {
        List<PromptOutbox.Change> changes = outbox.oldest();
        if (changes.isEmpty()) {
            return 0;
        }
        List<Uni<Void>> confirmations = changes.stream()
                .map(PromptOutbox.Change::prompt)
                .distinct()
                .map(prompt -> send(prompt.key(), prompts.wav(prompt).orElse(null)))
                .toList();
        Uni.join().all(confirmations).andFailFast().await().atMost(BROKER_PATIENCE);
        changes.forEach(outbox::done);
        return changes.size();
    }

    private Uni<Void> send(String key, byte @Nullable [] wav) {
        return topic.sendMessage(Message.of(wav)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .build()));
    }
}
