package dev.parley.media.kafka;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Plans that were there when this process began. Whoever starts reads the topic from its beginning, and earlier plans of a room
 * stand before its newest one until they are compacted; followed one by one they would take the room's callers through
 * all it has been. So the newest of each room is kept until the partition has been read, and followed then. Thread-safe.
 */
@ApplicationScoped
@Identifier("plans")
public class PastPlans implements KafkaConsumerRebalanceListener {
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Map<RoomId, Optional<AudioPlan>>> past = new ConcurrentHashMap<>();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        began(consumer.endOffsets(partitions));
    }

    /** @param next the offset that the next record of each partition will have */
    void began(Map<TopicPartition, Long> next) {
        ends.putAll(next);
    }

    /**
     * What is to be followed now that this record has been read: nothing as long as there are later ones of the past.
     *
     * @param plans what the record says of rooms, none: the room is over; empty when it says nothing that is understood
     */
    synchronized Map<RoomId, Optional<AudioPlan>> read(
            TopicPartition partition, long offset, Map<RoomId, Optional<AudioPlan>> plans) {
        Map<RoomId, Optional<AudioPlan>> kept = past.computeIfAbsent(partition, _ -> new LinkedHashMap<>());
        kept.putAll(plans);
        if (offset + 1 < ends.getOrDefault(partition, 0L)) {
            return Map.of();
        }
        past.remove(partition);
        return kept;
    }
}
