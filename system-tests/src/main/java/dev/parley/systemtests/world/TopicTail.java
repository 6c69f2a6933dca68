package dev.parley.systemtests.world;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows a topic from the moment it is opened: nothing written after that is missed. Thread-safe. */
public final class TopicTail<T> implements AutoCloseable {
    private static final Duration LOOK_AROUND = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Family<T> family;
    private final Consumer<Noted<T>> listener;
    private final List<Noted<T>> noted = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    /** A message, and when its writer wrote it by its own account. */
    public record Noted<T>(T message, Instant written) {}

    private TopicTail(World world, String topic, Class<T> root, Consumer<Noted<T>> listener) {
        this.family = Family.of(root);
        this.listener = listener;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        world.kafka().bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; asking for the position makes it happen now.
        partitions.forEach(consumer::position);
        thread = Thread.ofVirtual().start(this::follow);
    }

    public static <T> TopicTail<T> of(World world, String topic, Class<T> root) {
        return new TopicTail<>(world, topic, root, message -> {});
    }

    /** Tells each message to the listener, too, in the order of its partition. */
    public static <T> TopicTail<T> of(World world, String topic, Class<T> root, Consumer<Noted<T>> listener) {
        return new TopicTail<>(world, topic, root, listener);
    }

    private void follow() {
        try (consumer) {
            while (!closed) {
                consumer.poll(LOOK_AROUND).forEach(this::note);
            }
        } catch (WakeupException e) {
            // close() was called.
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        if (family.read(record.value()) instanceof Reading.Understood<T>(T message)) {
            Noted<T> read = new Noted<>(message, written(record));
            synchronized (noted) {
                noted.add(read);
                noted.notifyAll();
            }
            listener.accept(read);
        }
    }

    // The header is finer than the record's time stamp, which counts milliseconds.
    private static Instant written(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader("ce_time");
        return header == null
                ? Instant.ofEpochMilli(record.timestamp())
                : Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** All so far. */
    public List<Noted<T>> noted() {
        return List.copyOf(noted);
    }

    public <S extends T> List<S> all(Class<S> kind) {
        return noted.stream()
                .map(Noted::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits for the first message of this kind that is as wanted, also among those that came already. */
    public <S extends T> Optional<S> await(Class<S> kind, Predicate<S> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (noted) {
            while (true) {
                Optional<S> found = all(kind).stream().filter(wanted).findFirst();
                long left = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                try {
                    noted.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
