package dev.parley.messaging;

import dev.parley.contracts.Topics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that do not exist yet, before any channel opens. Whichever service starts first does it; topics that
 * an operator has made keep their settings. {@code parley.topics.create=false} leaves it to the operator.
 */
@ApplicationScoped
public class TopicProvisioner {
    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
    private static final int BEFORE_CHANNELS = 1;

    private static final Map<String, String> KEPT_FOR_A_WHILE =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    /** What lies in the newest segment is never compacted: with the broker's 1 GB, a view would read years of changes. */
    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.SEGMENT_BYTES_CONFIG,
            String.valueOf(16 * 1024 * 1024));

    private final Map<String, Object> kafka;
    private final boolean create;

    TopicProvisioner(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "parley.topics.create", defaultValue = "true") boolean create) {
        this.kafka = kafka;
        this.create = create;
    }

    void provision(@Observes @Priority(BEFORE_CHANNELS) StartupEvent started) throws InterruptedException {
        if (!create) {
            return;
        }
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            var made = admin.createTopics(
                    Topics.ALL.stream().map(TopicProvisioner::topic).toList());
            for (var topic : made.values().entrySet()) {
                try {
                    topic.getValue().get();
                    LOG.infof("topic made topic=%s", topic.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Could not make topic " + topic.getKey(), e.getCause());
                    }
                }
            }
        }
    }

    private static NewTopic topic(Topics.Definition definition) {
        return new NewTopic(definition.name(), Optional.of(definition.partitions()), Optional.empty())
                .configs(definition.compacted() ? COMPACTED : KEPT_FOR_A_WHILE);
    }
}
