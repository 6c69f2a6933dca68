package dev.parley.conference.adapter.in.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions of the rooms are this process's at the moment, and how much waits in them. Asks the consumers on their
 * own threads and shows what they answered last. (Micrometer's gauges of the clients learn of a partition a minute late.)
 * Thread-safe.
 */
@ApplicationScoped
public class Assignment {
    private record Share(Set<TopicPartition> partitions, long lag) {}

    private final KafkaClientService kafka;
    private final ConcurrentHashMap<Integer, Share> ofConsumer = new ConcurrentHashMap<>();

    Assignment(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /** Asks anew; whoever has not answered by the next time is taken to have what it had. */
    public void refresh() {
        Function<Consumer<Object, Object>, Share> look = Assignment::shareOf;
        int number = 0;
        for (KafkaConsumer<Object, Object> consumer : consumers()) {
            int own = number++;
            consumer.runOnPollingThread(look)
                    .subscribe()
                    .with(share -> ofConsumer.put(own, share), _ -> ofConsumer.remove(own));
        }
    }

    private static Share shareOf(Consumer<Object, Object> consumer) {
        Set<TopicPartition> partitions = Set.copyOf(consumer.assignment());
        long lag = partitions.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        return new Share(partitions, lag);
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
                .filter(share -> !share.partitions().isEmpty())
                .count();
    }

    /** How many records have not been fetched yet, of all partitions. */
    public long lag() {
        return ofConsumer.values().stream().mapToLong(Share::lag).sum();
    }

    public boolean has(String topic, int partition) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        return ofConsumer.values().stream().anyMatch(share -> share.partitions().contains(wanted));
    }
}
