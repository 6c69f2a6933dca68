package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.switchboard.Switchboard;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.messaging.MessageReader;
import dev.parley.messaging.RecordTrace;
import dev.parley.messaging.UnreadableMessage;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keys pressed in the rooms of calls, and telephones that vanished from there. Every instance hears all of them, and knows its own. */
@ApplicationScoped
public class MediaEventConsumer {
    static final String MEDIA_EVENTS = "media-events";

    private final MessageReader<MediaEvent> reader;
    private final Switchboard switchboard;
    private final DigitSeal seal;

    MediaEventConsumer(
            Switchboard switchboard, MeterRegistry meters, @ConfigProperty(name = "parley.digit-key") String digitKey) {
        this.seal = new DigitSeal(digitKey);
        this.switchboard = switchboard;
        this.reader = new MessageReader<>(MediaEvent.class, meters);
    }

    /** What is said of conferences is not even read: most of it is. */
    @Incoming(MEDIA_EVENTS)
    CompletionStage<Void> noticed(ConsumerRecord<String, byte @Nullable []> consumed) {
        if (isCall(consumed.key())) {
            RecordTrace.within(consumed, () -> reader.read(consumed).ifPresent(this::take));
        }
        return CompletableFuture.completedFuture(null);
    }

    private void take(MediaEvent event) {
        if (event instanceof MediaEvent.DigitPressed(RoomId room, LegId leg, String digit)) {
            switchboard.pressed(new MediaEvent.DigitPressed(room, leg, opened(leg, digit)));
        } else if (event instanceof MediaEvent.LegMediaLost lost) {
            switchboard.lost(lost);
        }
    }

    private String opened(LegId leg, String sealed) {
        try {
            return seal.open(leg.value(), sealed);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage("digit: " + e.getMessage());
        }
    }

    private static boolean isCall(@Nullable String key) {
        return key != null && key.indexOf(':') > 0 && new RoomId(key).isCall();
    }
}
