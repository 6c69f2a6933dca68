package dev.parley.callcontrol.config;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Whether Kafka answers: asked every few seconds, so that nobody waits for it while a phone rings. One answer that is late
 * is no reason to turn callers away, two are.
 */
@ApplicationScoped
public class KafkaReach {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 1500;
    private static final int TOO_MANY = 2;

    private final Admin admin;
    private final ScheduledExecutorService clock;
    private final AtomicInteger missed = new AtomicInteger(TOO_MANY);

    KafkaReach(@Identifier("default-kafka-broker") Map<String, Object> kafka, ScheduledExecutorService clock) {
        this.admin = Admin.create(new HashMap<>(kafka));
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        var _ = clock.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        var _ = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                .nodes()
                .whenComplete((nodes, error) -> answered(error == null && !nodes.isEmpty()));
    }

    private void answered(boolean well) {
        missed.updateAndGet(before -> well ? 0 : before + 1);
    }

    @PreDestroy
    void end() {
        admin.close(Duration.ZERO);
    }

    boolean isReached() {
        return missed.get() < TOO_MANY;
    }
}
