package dev.parley.callcontrol.config;

import dev.parley.callcontrol.adapter.kafka.DirectoryView;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a call can be taken: the directory is known, and Kafka can be reached. */
@ApplicationScoped
public class TakesCalls {
    private final DirectoryView directory;
    private final KafkaReach kafka;

    TakesCalls(DirectoryView directory, KafkaReach kafka) {
        this.directory = directory;
        this.kafka = kafka;
    }

    boolean now() {
        return knowsDirectory() && reachesKafka();
    }

    boolean knowsDirectory() {
        return directory.isCaughtUp();
    }

    boolean reachesKafka() {
        return kafka.isReached();
    }
}
