package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.Envelope;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends envelopes as CloudEvents in binary content mode. An envelope sent again has the same {@code ce_id}. */
public final class KafkaSender implements Sender {
    private static final int BY_KEY = -1;
    private static final String SOURCE = "/conference";

    private final MutinyEmitter<byte[]> channel;

    public KafkaSender(MutinyEmitter<byte[]> channel) {
        this.channel = channel;
    }

    @Override
    public CompletionStage<Void> send(Envelope envelope) {
        return channel.sendMessage(Message.of(envelope.payload().getBytes(StandardCharsets.UTF_8))
                        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(envelope.topic())
                                .withKey(envelope.key())
                                .withPartition(envelope.partition().orElse(BY_KEY))
                                .withHeaders(cloudEvent(envelope))
                                .build())
                        .addMetadata(TracingMetadata.withCurrent(Context.current())))
                .subscribeAsCompletionStage();
    }

    private static RecordHeaders cloudEvent(Envelope envelope) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", envelope.id().toString());
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_type", "dev.parley." + envelope.kind());
        add(headers, "ce_time", envelope.time().toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
