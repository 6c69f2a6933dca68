package dev.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** A static member of a consumer group, with a thread of its own, whose channel takes part in {@link GroupsJoined}. */
final class GroupMember implements ConsumerRebalanceListener, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final GroupsJoined groups;
    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicReference<Set<TopicPartition>> partitions = new AtomicReference<>(Set.of());
    private final AtomicReference<Status> whenLost = new AtomicReference<>();
    private Thread thread;

    GroupMember(GroupsJoined groups, String servers, String group, String instance) {
        this.groups = groups;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", servers,
                        "group.id", group,
                        "group.instance.id", instance,
                        "heartbeat.interval.ms", 500,
                        "session.timeout.ms", 10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void start(String topic) {
        thread = Thread.ofPlatform().daemon().start(() -> {
            try (consumer) {
                consumer.subscribe(List.of(topic), this);
                while (true) {
                    consumer.poll(POLL);
                }
            } catch (WakeupException e) {
                // Closed.
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        groups.onPartitionsAssigned(consumer, assigned);
        partitions.set(Set.copyOf(consumer.assignment()));
        times.incrementAndGet();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        groups.onPartitionsRevoked(consumer, revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        groups.onPartitionsLost(consumer, lost);
        whenLost.set(groups.call().getStatus());
    }

    Set<TopicPartition> partitions() {
        return partitions.get();
    }

    GroupMember awaitJoined(int often, Duration patience) {
        await("it has joined %d times".formatted(often))
                .atMost(patience)
                .untilAsserted(() -> assertThat(times).hasValueGreaterThanOrEqualTo(often));
        return this;
    }

    void awaitLost(Duration patience) {
        await("the group has forgotten it").atMost(patience).until(() -> whenLost.get() != null);
    }

    /** What was told at the moment at which it learned that its partitions are not its own any more. */
    Status statusWhenLost() {
        return whenLost.get();
    }

    /** Goes, as a process that ends: a static member does not tell its group. */
    @Override
    public void close() {
        if (thread.isAlive()) {
            consumer.wakeup();
        }
        try {
            assertThat(thread.join(FAREWELL)).as("the member has gone").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
