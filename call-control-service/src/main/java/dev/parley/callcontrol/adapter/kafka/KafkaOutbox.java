package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.switchboard.Outbox;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.messaging.MessageWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** {@link Outbox} on Kafka. What cannot be sent is logged; the calls that wait for its answer run out of patience. */
@ApplicationScoped
public class KafkaOutbox implements Outbox {
    static final String CALL_EVENTS = "call-events";
    static final String CALL_RECORDS = "call-records";
    static final String MEDIA_COMMANDS = "media-commands";
    static final String MEDIA_PLANS = "media-plans";
    static final String SOURCE = "/call-control";

    private static final Logger LOG = Logger.getLogger(KafkaOutbox.class);
    private final MessageWriter<CallEvent> events;
    private final MessageWriter<LedgerEntry> records;
    private final MessageWriter<MediaCommand> commands;
    private final MessageWriter<AudioPlan> plans;
    private final DigitSeal seal;

    KafkaOutbox(
            @Channel(CALL_EVENTS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> events,
            @Channel(CALL_RECORDS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> records,
            @Channel(MEDIA_COMMANDS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> commands,
            @Channel(MEDIA_PLANS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> plans,
            @ConfigProperty(name = "parley.digit-key") String digitKey) {
        this.events = new MessageWriter<>(CallEvent.class, events, SOURCE);
        this.records = new MessageWriter<>(LedgerEntry.class, records, SOURCE);
        this.commands = new MessageWriter<>(MediaCommand.class, commands, SOURCE);
        this.plans = new MessageWriter<>(AudioPlan.class, plans, SOURCE);
        this.seal = new DigitSeal(digitKey);
    }

    @Override
    public void tell(CallEvent event) {
        send(events.send(event.room().value(), sealed(event)), event.room(), event.leg());
    }

    private CallEvent sealed(CallEvent event) {
        return switch (event) {
            case CallEvent.LegDigit(RoomId room, LegId leg, String digit) ->
                new CallEvent.LegDigit(room, leg, seal.seal(leg.value(), digit));
            case CallEvent.EscalationAsked asked ->
                new CallEvent.EscalationAsked(
                        asked.room(),
                        asked.call(),
                        asked.attempt(),
                        asked.instance(),
                        asked.presser(),
                        asked.other(),
                        asked.password().map(keyed -> seal.seal(asked.leg().value(), keyed)));
            case CallEvent other -> other;
        };
    }

    private MediaCommand sealed(MediaCommand command) {
        return command instanceof MediaCommand.SendDigit(RoomId room, LegId leg, String digit)
                ? new MediaCommand.SendDigit(room, leg, seal.seal(leg.value(), digit))
                : command;
    }

    @Override
    public void ask(MediaCommand command) {
        send(commands.send(command.room().value(), sealed(command)), command.room(), command.leg());
    }

    @Override
    public void record(CallRecord over) {
        records.send(over.id(), over)
                .subscribe()
                .with(
                        _ -> {},
                        error -> LOG.errorf(
                                "record lost tenantId=%s legId=%s error=%s",
                                over.tenant(), over.leg(), error.getMessage()));
    }

    @Override
    public void plan(AudioPlan plan) {
        send(plans.send(plan.room().value(), plan), plan.room(), new LegId("all"));
    }

    @Override
    public void forget(RoomId room) {
        send(plans.withdraw(room.value()), room, new LegId("all"));
    }

    private static void send(Uni<Void> sending, RoomId room, LegId leg) {
        sending.subscribe()
                .with(
                        _ -> {},
                        error -> LOG.warnf(
                                "message not sent roomId=%s legId=%s error=%s", room, leg, error.getMessage()));
    }
}
