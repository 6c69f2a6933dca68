package dev.parley.systemtests.world;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the system tells everybody about one room, from now on. Thread-safe. */
public final class ConferenceStory implements AutoCloseable {
    private static final Family<ConferenceEvent> EVENTS = Family.of(ConferenceEvent.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 5_000;

    private final RoomId room;
    private final Consumer<ConferenceEvent> reader;
    private final KafkaConsumer<String, byte[]> topic;
    private final Thread thread;
    private final List<ConferenceEvent> told = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /**
     * Starts to read; what is told after this returns is not missed.
     *
     * @param reader gets each event when it is told, on a thread of the story
     */
    public ConferenceStory(World.Kafka kafka, RoomId room, Consumer<ConferenceEvent> reader) {
        this.room = room;
        this.reader = reader;
        this.topic = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        beginAtTheEnd();
        this.thread = Thread.ofPlatform().name("story of " + room).daemon().start(this::read);
    }

    private void beginAtTheEnd() {
        try {
            List<TopicPartition> partitions = topic.partitionsFor(Topics.CONFERENCE_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            topic.assign(partitions);
            topic.seekToEnd(partitions);
            // Seeking is lazy: only this pins the place.
            partitions.forEach(topic::position);
        } catch (KafkaException e) {
            topic.close();
            throw new IllegalStateException(
                    "Topic " + Topics.CONFERENCE_EVENTS + " could not be read: " + e.getMessage(), e);
        }
    }

    private void read() {
        try (topic) {
            while (true) {
                topic.poll(POLL).forEach(this::read);
            }
        } catch (WakeupException e) {
            // Closed.
        } catch (RuntimeException e) {
            broke(e);
        }
    }

    private void read(ConsumerRecord<String, byte[]> message) {
        if (EVENTS.read(message.value()) instanceof Reading.Understood<ConferenceEvent>(ConferenceEvent event)
                && event.room().equals(room)) {
            reader.accept(event);
            add(event);
        }
    }

    private synchronized void add(ConferenceEvent event) {
        told.add(event);
        notifyAll();
    }

    private synchronized void broke(RuntimeException cause) {
        failure = cause;
        notifyAll();
    }

    /** All that was told so far, in order. */
    public synchronized List<ConferenceEvent> told() {
        return List.copyOf(told);
    }

    public synchronized <T extends ConferenceEvent> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until that many events of this kind were told; empty when they are not told in time. */
    public synchronized <T extends ConferenceEvent> Optional<T> await(Class<T> kind, int count, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            List<T> found = told(kind);
            if (found.size() >= count) {
                return Optional.of(found.get(count - 1));
            }
            if (failure != null) {
                throw new IllegalStateException("The story of " + room + " has broken off", failure);
            }
            long left = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
            if (left <= 0) {
                return Optional.empty();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        topic.wakeup();
        try {
            thread.join(Duration.ofMillis(PATIENCE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
