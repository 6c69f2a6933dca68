package dev.parley.testsupport;

import dev.parley.platform.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Kafka inside the test's JVM, empty at the start of the run. Sets {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        EmbeddedKafka started = startKafka();
        kafka = started;
        return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
    }

    /** The same for a test without Quarkus; close it at the end. */
    public static EmbeddedKafka startKafka() {
        try {
            return EmbeddedKafka.startEmpty(FreePorts.pair());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
