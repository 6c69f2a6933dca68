package dev.parley.messaging;

import dev.parley.contracts.Family;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Writes messages of one family to a channel, as CloudEvents in binary content mode ({@code ce_*} headers).
 *
 * <p>Records written by one thread keep their order, and belong to the trace that is current on it. Thread-safe.
 */
public final class MessageWriter<T> {
    private static final int BY_KEY = -1;

    private final Family<T> family;
    private final MutinyEmitter<byte[]> channel;
    private final String source;

    /**
     * Binds a family to a channel.
     *
     * @param source the CloudEvents source: the name of the writing service, such as {@code /call-control}
     */
    public MessageWriter(Class<T> family, MutinyEmitter<byte[]> channel, String source) {
        this.family = Family.of(family);
        this.channel = channel;
        this.source = source;
    }

    /** Sends to the partition of the key; done when the broker has it. */
    public Uni<Void> send(String key, T message) {
        return send(key, BY_KEY, message);
    }

    /** Sends to this very partition; done when the broker has it. */
    public Uni<Void> send(String key, int partition, T message) {
        return channel.sendMessage(Message.of(family.write(message))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withPartition(partition)
                        .withHeaders(cloudEvent(family.kindOf(message)))
                        .build())
                .addMetadata(TracingMetadata.withCurrent(Context.current())));
    }

    /** Sends a tombstone: on a compacted topic, takes back what was last sent with this key. */
    public Uni<Void> withdraw(String key) {
        return withdraw(key, BY_KEY);
    }

    /** Sends a tombstone to this very partition, where the message went that it takes back. */
    public Uni<Void> withdraw(String key, int partition) {
        return channel.sendMessage(Message.of((byte[]) null)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withPartition(partition)
                        .build())
                .addMetadata(TracingMetadata.withCurrent(Context.current())));
    }

    private RecordHeaders cloudEvent(String kind) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", UUID.randomUUID().toString());
        add(headers, "ce_source", source);
        add(headers, "ce_type", "dev.parley." + kind);
        add(headers, "ce_time", Instant.now().toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
