package dev.parley.media.kafka;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.media.room.Rooms;
import dev.parley.messaging.MessageReader;
import dev.parley.messaging.RecordTrace;
import dev.parley.messaging.UnreadableMessage;
import dev.parley.telemetry.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Hands commands and plans to their rooms.
 *
 * <p>The next record is taken at once, so that rooms do not wait for each other; a record is acknowledged when its room
 * is done with it.
 */
@ApplicationScoped
public class MediaConsumer {
    static final String COMMANDS = "media-commands";
    static final String PLANS = "media-plans";

    private final Rooms rooms;
    private final PastPlans past;
    private final DigitSeal seal;
    private final MessageReader<MediaCommand> commands;
    private final MessageReader<AudioPlan> plans;

    MediaConsumer(
            Rooms rooms,
            @Identifier("plans") PastPlans past,
            MeterRegistry meters,
            @ConfigProperty(name = "parley.digit-key") String digitKey) {
        this.rooms = rooms;
        this.past = past;
        this.seal = new DigitSeal(digitKey);
        this.commands = new MessageReader<>(MediaCommand.class, meters);
        this.plans = new MessageReader<>(AudioPlan.class, meters);
    }

    @Incoming(COMMANDS)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> command(Message<byte[]> message) {
        return reading(
                message,
                record -> commands.read(record)
                        .<CompletionStage<?>>map(command -> rooms.take(opened(command)))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private MediaCommand opened(MediaCommand command) {
        return command instanceof MediaCommand.SendDigit(RoomId room, LegId leg, String digit)
                ? new MediaCommand.SendDigit(room, leg, seal.open(leg.value(), digit))
                : command;
    }

    @Incoming(PLANS)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> plan(Message<byte @Nullable []> message) {
        return reading(message, record -> {
            var partition = new TopicPartition(record.topic(), record.partition());
            try {
                return follow(past.read(partition, record.offset(), plans(record)));
            } catch (UnreadableMessage | IllegalArgumentException e) {
                follow(past.read(partition, record.offset(), Map.of()));
                throw e;
            }
        });
    }

    private Map<RoomId, Optional<AudioPlan>> plans(ConsumerRecord<String, byte @Nullable []> record) {
        Optional<AudioPlan> plan = plans.read(record);
        boolean tombstone = record.value() == null;
        return plan.isPresent() || tombstone ? Map.of(new RoomId(record.key()), plan) : Map.of();
    }

    private CompletionStage<?> follow(Map<RoomId, Optional<AudioPlan>> due) {
        return CompletableFuture.allOf(due.entrySet().stream()
                .map(entry -> rooms.follow(entry.getKey(), entry.getValue()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    @FunctionalInterface
    private interface Reaction {
        CompletionStage<?> to(ConsumerRecord<String, byte @Nullable []> record);
    }

    @SuppressWarnings("unchecked") // the channel's deserialisers are set to these types in application.properties
    private static CompletionStage<Void> reading(Message<?> message, Reaction reaction) {
        var record = (ConsumerRecord<String, byte @Nullable []>) message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
        Span span = RecordTrace.begin(record).setAttribute(Spans.ROOM, String.valueOf(record.key()));
        try (Scope _ = span.makeCurrent()) {
            var _ = reaction.to(record).handle((done, error) -> {
                span.end();
                return error == null ? message.ack() : message.nack(error);
            });
        } catch (UnreadableMessage | IllegalArgumentException e) {
            span.end();
            return message.nack(e);
        }
        return CompletableFuture.completedFuture(null);
    }
}
