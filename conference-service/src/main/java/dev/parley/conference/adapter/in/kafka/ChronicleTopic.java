package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.application.Chronicle.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A topic that is read without a group, from wherever one wants. Thread-safe. */
final class ChronicleTopic {
    static final Duration POLL = Duration.ofMillis(500);

    /** Records carry the time at which they were sent; clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final String name;
    private final Map<String, Object> kafka;

    ChronicleTopic(String name, Map<String, Object> kafka) {
        this.name = name;
        this.kafka = kafka;
    }

    KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(found -> new TopicPartition(name, found.partition()))
                .toList();
    }

    /** To these offsets; where none is named, to the end. */
    void goTo(KafkaConsumer<String, byte[]> consumer, Map<Integer, Long> offsets) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        offsets.forEach((partition, offset) -> consumer.seek(new TopicPartition(name, partition), offset));
    }

    Map<Integer, Long> positions(KafkaConsumer<String, byte[]> consumer) {
        Map<Integer, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition.partition(), consumer.position(partition)));
        return positions;
    }

    /** Reads what lies between. */
    void read(
            Position from,
            Map<Integer, Long> until,
            Consumer<Map<Integer, Long>> start,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<Integer, Long> begin = new HashMap<>(until);
        begin.replaceAll((partition, end) ->
                partition < from.next().size() ? Math.min(end, from.next().get(partition)) : end);
        start.accept(begin);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            read(consumer, begin, until, reader);
        }
    }

    /** Reads what lies between, from a little before that time. */
    void read(
            Instant from,
            Map<Integer, Long> until,
            Consumer<Map<Integer, Long>> start,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions(consumer)
                    .forEach(
                            partition -> times.put(partition, from.minus(MARGIN).toEpochMilli()));
            Map<Integer, Long> begin = new HashMap<>(until);
            consumer.offsetsForTimes(times).forEach((partition, found) -> begin(begin, partition, found));
            start.accept(begin);
            read(consumer, begin, until, reader);
        }
    }

    private static void begin(Map<Integer, Long> begin, TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found != null) {
            begin.merge(partition.partition(), found.offset(), Math::min);
        }
    }

    private void read(
            KafkaConsumer<String, byte[]> consumer,
            Map<Integer, Long> from,
            Map<Integer, Long> until,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        goTo(consumer, from);
        while (!hasReached(consumer, until)) {
            consumer.poll(POLL).forEach(found -> {
                if (found.offset() < until.getOrDefault(found.partition(), 0L)) {
                    reader.accept(found);
                }
            });
        }
    }

    private boolean hasReached(KafkaConsumer<String, byte[]> consumer, Map<Integer, Long> until) {
        return positions(consumer).entrySet().stream()
                .allMatch(at -> at.getValue() >= until.getOrDefault(at.getKey(), 0L));
    }
}
