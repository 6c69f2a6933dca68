package dev.parley.conference.adapter.in.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a partition is called, so that offsets in it can be remembered.
 *
 * <p>A topic's id is part of it: a topic that was deleted and made anew starts over at offset 0, and nothing in it must
 * be taken for consumed. Thread-safe.
 */
@ApplicationScoped
public class LogNames {
    private final Map<String, Object> kafka;
    private final Map<String, String> topicIds = new ConcurrentHashMap<>();

    LogNames(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    String nameOf(String topic, int partition) {
        return topicIds.computeIfAbsent(topic, this::ask) + "-" + partition;
    }

    private String ask(String topic) {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for the id of topic " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not get the id of topic " + topic, e.getCause());
        }
    }
}
