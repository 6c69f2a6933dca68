package dev.parley.messaging;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a view of a compacted topic: reads it from its beginning, then on for as long as the process lives.
 *
 * <p>Belongs to no consumer group: every process has all of it, every time it starts. What cannot be read, or is of a
 * newer kind, is left out of the view. One thread calls the view.
 */
public final class CompactedView<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CompactedView.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String topic;
    private final Function<byte[], Reading<T>> reading;
    private final BiConsumer<String, Optional<T>> view;
    private final Consumer<String, byte[]> consumer;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread reader;

    private CompactedView(
            String topic,
            Function<byte[], Reading<T>> reading,
            Map<String, Object> kafka,
            BiConsumer<String, Optional<T>> view) {
        this.topic = topic;
        this.reading = reading;
        this.view = view;
        this.consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        this.reader = Thread.ofPlatform().daemon().name("view-of-" + topic).unstarted(this::read);
    }

    /**
     * Starts reading.
     *
     * @param kafka connection settings of the client
     * @param view told of every key's newest value; none when the key was taken back
     */
    public static <T> CompactedView<T> of(
            String topic, Class<T> family, Map<String, Object> kafka, BiConsumer<String, Optional<T>> view) {
        return started(new CompactedView<>(topic, Family.of(family)::read, kafka, view));
    }

    /** The same of a topic whose values are no messages, but whatever bytes: sound, for one. */
    public static CompactedView<byte[]> ofBytes(
            String topic, Map<String, Object> kafka, BiConsumer<String, Optional<byte[]>> view) {
        return started(new CompactedView<>(topic, Reading.Understood::new, kafka, view));
    }

    private static <T> CompactedView<T> started(CompactedView<T> view) {
        view.reader.start();
        return view;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    /** Whether all that was on the topic at the start is in the view. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until {@link #isCaughtUp()}. */
    public void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    private void read() {
        try (consumer) {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                follow();
            }
        } catch (InterruptedException | WakeupException e) {
            LOG.debugf("view closed topic=%s", topic);
        }
    }

    /** Ends only when the broker fails in a way that its client does not heal by itself: then from the beginning. */
    private void follow() {
        try {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> goal = new HashMap<>(consumer.endOffsets(partitions));
            long began = System.nanoTime();
            while (closed.getCount() > 0) {
                consumer.poll(POLL).forEach(this::show);
                if (!isCaughtUp() && hasReached(goal)) {
                    LOG.infof(
                            "view has caught up topic=%s records=%d millis=%d",
                            topic,
                            goal.values().stream().mapToLong(Long::longValue).sum(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                    caughtUp.countDown();
                }
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("view starts over topic=%s error=%s", topic, e.getMessage());
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic).forEach(found -> partitions.add(new TopicPartition(topic, found.partition())));
        return partitions;
    }

    private boolean hasReached(Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void show(ConsumerRecord<String, byte[]> consumed) {
        byte @Nullable [] value = consumed.value();
        if (value == null) {
            view.accept(consumed.key(), Optional.empty());
            return;
        }
        switch (reading.apply(value)) {
            case Reading.Understood<T>(T entry) -> view.accept(consumed.key(), Optional.of(entry));
            case Reading.Unknown<T>(String what) ->
                LOG.debugf("left out what this version does not know: %s topic=%s", what, topic);
            case Reading.Unreadable<T>(String why) ->
                LOG.warnf(
                        "left out an unreadable entry topic=%s partition=%d offset=%d error=%s",
                        topic, consumed.partition(), consumed.offset(), why);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
    }
}
