package dev.parley.media.kafka;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.media.room.Announcements;
import dev.parley.messaging.MessageWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Writes to the topics of call commands and media events. */
@ApplicationScoped
public class KafkaAnnouncements implements Announcements {
    private static final Logger LOG = Logger.getLogger(KafkaAnnouncements.class);
    private static final String SOURCE = "/media-adapter";

    private final MessageWriter<CallCommand> calls;
    private final MessageWriter<MediaEvent> events;
    private final DigitSeal seal;

    KafkaAnnouncements(
            @Channel("call-commands") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> callChannel,
            @Channel("media-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> eventChannel,
            @ConfigProperty(name = "parley.digit-key") String digitKey) {
        calls = new MessageWriter<>(CallCommand.class, callChannel, SOURCE);
        events = new MessageWriter<>(MediaEvent.class, eventChannel, SOURCE);
        seal = new DigitSeal(digitKey);
    }

    @Override
    public CompletionStage<?> toCallControl(int instance, LegId leg, CallCommand command) {
        if (command instanceof CallCommand.LegSdp sdp && sdp.negotiation() == 0) {
            LOG.infof("leg has media roomId=%s legId=%s", sdp.room(), leg);
        }
        return sent(calls.send(leg.value(), instance, command));
    }

    @Override
    public CompletionStage<?> event(RoomId room, MediaEvent event) {
        return sent(events.send(room.value(), sealed(event)));
    }

    private MediaEvent sealed(MediaEvent event) {
        return event instanceof MediaEvent.DigitPressed(RoomId room, LegId leg, String digit)
                ? new MediaEvent.DigitPressed(room, leg, seal.seal(leg.value(), digit))
                : event;
    }

    private static CompletionStage<?> sent(Uni<Void> sending) {
        return sending.onFailure()
                .invoke(error -> LOG.warnf("message not written error=%s", error.toString()))
                .subscribeAsCompletionStage();
    }
}
