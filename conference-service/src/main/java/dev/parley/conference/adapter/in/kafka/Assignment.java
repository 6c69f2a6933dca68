package dev.parley.conference.adapter.in.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions of the rooms are this process's at the moment. Asks the consumers on their own threads and shows what
 * they answered last. Thread-safe.
 */
@ApplicationScoped
public class Assignment {
    private final KafkaClientService kafka;
    private final ConcurrentHashMap<Integer, Set<TopicPartition>> ofConsumer = new ConcurrentHashMap<>();

    Assignment(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /** Asks anew; whoever has not answered by the next time is taken to have what it had. */
    public void refresh() {
        int number = 0;
        for (KafkaConsumer<?, ?> consumer : consumers()) {
            int own = number++;
            consumer.getAssignments()
                    .subscribe()
                    .with(partitions -> ofConsumer.put(own, Set.copyOf(partitions)), _ -> ofConsumer.remove(own));
        }
    }

    /** Where there are several, each has a channel of its own: {@code room-inputs$1} and so on. */
    private List<KafkaConsumer<Object, Object>> consumers() {
        return kafka.getConsumerChannels().stream()
                .filter(channel -> channel.split("\\$", 2)[0].equals(RoomInputConsumer.ROOM_INPUTS))
                .sorted()
                .flatMap(channel -> kafka.getConsumers(channel).stream())
                .toList();
    }

    /** How many consumers have partitions. */
    public long consumersAtWork() {
        return ofConsumer.values().stream()
                .filter(partitions -> !partitions.isEmpty())
                .count();
    }

    public boolean has(String topic, int partition) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        return ofConsumer.values().stream().anyMatch(partitions -> partitions.contains(wanted));
    }
}
