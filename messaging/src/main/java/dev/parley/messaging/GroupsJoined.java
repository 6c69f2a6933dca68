package dev.parley.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once those consumers have joined their groups that a call waits for: before, what is said to this process is not heard,
 * and the caller gets a 503. A channel takes part by {@code consumer-rebalance-listener.name=joined}.
 *
 * <p>Stays ready from then on: a consumer that its group has given up joins again by itself.
 */
@ApplicationScoped
@Identifier("joined")
@Readiness
public class GroupsJoined implements KafkaConsumerRebalanceListener, HealthCheck {
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final int expected;

    /**
     * @param expected how many consumers have to join; each needs a {@code group.instance.id}, or it counts again
     *     whenever its group has given it another id
     */
    GroupsJoined(@ConfigProperty(name = "parley.kafka.members", defaultValue = "0") int expected) {
        this.expected = expected;
    }

    /** Also called when the group gave this member no partition. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ConsumerGroupMetadata metadata = consumer.groupMetadata();
        // A name is one member's within its group only.
        members.add(metadata.groupId() + " " + metadata.groupInstanceId().orElseGet(metadata::memberId));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka groups joined")
                .status(members.size() >= expected)
                .withData("joined", members.size())
                .withData("expected", expected)
                .build();
    }
}
