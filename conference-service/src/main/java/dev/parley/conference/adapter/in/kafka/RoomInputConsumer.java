package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.application.ConferenceService;
import dev.parley.conference.application.Recordings;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.messaging.MessageReader;
import dev.parley.messaging.RecordTrace;
import dev.parley.messaging.UnreadableMessage;
import dev.parley.telemetry.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about rooms, from both topics in one consumer group: the same partition of both goes to the same
 * consumer, so that a room has one reader. Records of one partition are taken one after the other.
 *
 * <p>What cannot be read goes to the dead letters, what this version does not know is skipped.
 */
@ApplicationScoped
public class RoomInputConsumer {
    static final String ROOM_INPUTS = "room-inputs";

    private final ConferenceService service;
    private final Recordings recordings;
    private final Patience patience;
    private final LogNames logs;
    private final MessageReader<CallEvent> calls;
    private final MessageReader<MediaEvent> media;
    private final SealedDigits digits;
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();

    RoomInputConsumer(
            ConferenceService service,
            Recordings recordings,
            Patience patience,
            LogNames logs,
            MeterRegistry meters,
            DigitSeal seal) {
        this.service = service;
        this.recordings = recordings;
        this.patience = patience;
        this.logs = logs;
        this.calls = new MessageReader<>(CallEvent.class, meters);
        this.media = new MessageReader<>(MediaEvent.class, meters);
        this.digits = new SealedDigits(seal);
    }

    /** Done when the record is dealt with. Should the service stop first, it is never done, and comes again. */
    @Incoming(ROOM_INPUTS)
    public Uni<Void> onRecord(ConsumerRecord<String, byte @Nullable []> consumed) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(blocking)
                .invoke(() -> RecordTrace.within(consumed, () -> read(consumed)))
                .onFailure(StorageUnavailable.class)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }

    private void read(ConsumerRecord<String, byte @Nullable []> consumed) {
        switch (consumed.topic()) {
            case Topics.CALL_EVENTS ->
                calls.read(consumed)
                        .ifPresent(event -> take(consumed, event, CommandMapper.toCommand(digits.opened(event))));
            case Topics.MEDIA_EVENTS ->
                media.read(consumed).ifPresent(event -> {
                    switch (event) {
                        case MediaEvent.OfLeg ofLeg ->
                            take(consumed, ofLeg, CommandMapper.toCommand(digits.opened(ofLeg)));
                        // Where the file is changes nothing in the conference.
                        case MediaEvent.RecordingFinished whole -> keep(whole);
                    }
                });
            default -> throw new UnreadableMessage("Nothing is expected from the topic " + consumed.topic());
        }
    }

    private void keep(MediaEvent.RecordingFinished whole) {
        patience.insist(() ->
                recordings.finished(whole.room(), whole.recording(), whole.file(), whole.seconds(), Instant.now()));
    }

    private void take(ConsumerRecord<?, ?> consumed, RoomMessage message, ConferenceCommand command) {
        RoomId room = message.room();
        if (room.isCall()) {
            return; // A two-party call: call-control's own.
        }
        Span.current()
                .setAttribute(Spans.ROOM, room.value())
                .setAttribute(Spans.TENANT, room.tenant().value());
        Trigger trigger = new Trigger.Delivery(logs.nameOf(consumed.topic(), consumed.partition()), consumed.offset());
        patience.insist(() -> service.handle(room, trigger, command));
    }
}
