package dev.parley.messaging;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of one family out of Kafka records.
 *
 * <p>Kinds of a newer contract are skipped and counted in {@code parley_messages_skipped_total}. Thread-safe.
 */
public final class MessageReader<T> {
    private static final Logger LOG = Logger.getLogger(MessageReader.class);

    private final Family<T> family;
    private final MeterRegistry meters;

    public MessageReader(Class<T> family, MeterRegistry meters) {
        this.family = Family.of(family);
        this.meters = meters;
    }

    /**
     * Reads one record; empty when it is a tombstone, or of a kind this reader does not know.
     *
     * @throws UnreadableMessage when the record is no message of this family; let it out of the consumer
     */
    public Optional<T> read(ConsumerRecord<?, byte @Nullable []> consumed) {
        byte[] bytes = consumed.value();
        if (bytes == null) {
            return Optional.empty();
        }
        return switch (family.read(bytes)) {
            case Reading.Understood<T>(T message) -> Optional.of(message);
            case Reading.Unknown<T>(String what) -> {
                LOG.debugf("skipped what this version does not know: %s topic=%s", what, consumed.topic());
                count(consumed, "skipped");
                yield Optional.empty();
            }
            case Reading.Unreadable<T>(String why) -> {
                count(consumed, "unreadable");
                throw new UnreadableMessage("Unreadable record at " + consumed.topic() + "-" + consumed.partition()
                        + "@" + consumed.offset() + ": " + why);
            }
        };
    }

    private void count(ConsumerRecord<?, ?> consumed, String outcome) {
        Counter.builder("parley_messages_" + outcome)
                .description("Records that were " + outcome)
                .tag("topic", consumed.topic())
                .register(meters)
                .increment();
    }
}
