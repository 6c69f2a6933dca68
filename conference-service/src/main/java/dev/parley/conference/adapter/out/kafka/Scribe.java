package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Effect;
import dev.parley.contracts.Family;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes down what a transition has to say to the other services, in the order in which it should leave: what somebody
 * waits for first, the public story last.
 */
public final class Scribe {
    private static final Family<MediaCommand> MEDIA = Family.of(MediaCommand.class);
    private static final Family<CallCommand> CALL = Family.of(CallCommand.class);
    private static final Family<AudioPlan> PLAN = Family.of(AudioPlan.class);
    private static final Family<dev.parley.contracts.conference.ConferenceEvent> STORY =
            Family.of(dev.parley.contracts.conference.ConferenceEvent.class);

    private final Supplier<UUID> identities;
    private final DigitSeal seal;

    /**
     * Prepares writing.
     *
     * @param seal hides the keys that are passed on (R24)
     */
    public Scribe(Supplier<UUID> identities, DigitSeal seal) {
        this.identities = identities;
        this.seal = seal;
    }

    public List<Envelope> write(Transition transition) {
        List<Envelope> envelopes = new ArrayList<>();
        transition.decision().effects().forEach(effect -> write(transition, effect, envelopes));
        switch (transition.decision()) {
            case Decision.Accepted accepted -> accepted.events().forEach(event -> write(transition, event, envelopes));
            case Decision.Rejected _ -> {
                // Nothing has happened.
            }
        }
        return envelopes;
    }

    private void write(Transition transition, Effect effect, List<Envelope> to) {
        RoomId room = transition.room();
        switch (effect) {
            case Effect.OpenLeg open -> to.add(media(transition, EffectMapper.openLeg(room, open)));
            case Effect.CloseLeg(LegId leg) -> to.add(media(transition, new MediaCommand.CloseLeg(room, leg)));
            case Effect.PlayPrompts play -> to.add(media(transition, EffectMapper.playPrompt(room, play)));
            case Effect.StopPrompts(LegId leg) -> to.add(media(transition, new MediaCommand.StopPrompt(room, leg)));
            case Effect.RefuseLeg(LegId leg, int instance, var reason) ->
                to.add(call(transition, instance, new CallCommand.RefuseLeg(room, leg, EffectMapper.refusal(reason))));
            case Effect.HangUpLeg(LegId leg, int instance) ->
                to.add(call(transition, instance, new CallCommand.HangUpLeg(room, leg)));
            case Effect.ConnectAudio(var plan) ->
                to.add(envelope(
                        transition,
                        Topics.MEDIA_PLANS,
                        room.value(),
                        OptionalInt.empty(),
                        PLAN,
                        EffectMapper.plan(room, plan)));
            case Effect.PlaceCall place ->
                to.add(call(transition, place.instance(), EffectMapper.placeCall(room, place)));
            case Effect.SendKey(LegId leg, char key) ->
                to.add(media(
                        transition,
                        new MediaCommand.SendDigit(room, leg, seal.seal(leg.value(), String.valueOf(key)))));
            case Effect.AnswerEscalation answer ->
                to.add(call(transition, answer.instance(), EffectMapper.answer(room, answer)));
            case Effect.RecordName record -> to.add(media(transition, EffectMapper.recordName(room, record)));
            case Effect.EndName(LegId leg) -> to.add(media(transition, new MediaCommand.EndName(room, leg)));
            case Effect.StartTimer _, Effect.CancelTimer _, Effect.CountGuess _ -> {
                // Kept in the database.
            }
        }
    }

    private void write(Transition transition, ConferenceEvent event, List<Envelope> to) {
        if (event instanceof ConferenceEvent.Told told) {
            to.add(envelope(
                    transition,
                    Topics.CONFERENCE_EVENTS,
                    transition.room().value(),
                    OptionalInt.empty(),
                    STORY,
                    EventMapper.toContract(transition.room(), told)));
        }
    }

    private Envelope media(Transition transition, MediaCommand command) {
        return envelope(
                transition, Topics.MEDIA_COMMANDS, transition.room().value(), OptionalInt.empty(), MEDIA, command);
    }

    private Envelope call(Transition transition, int instance, CallCommand command) {
        return envelope(
                transition, Topics.CALL_COMMANDS, command.leg().value(), OptionalInt.of(instance), CALL, command);
    }

    private <T> Envelope envelope(
            Transition transition, String topic, String key, OptionalInt partition, Family<T> family, T message) {
        return new Envelope(
                identities.get(),
                topic,
                key,
                partition,
                family.kindOf(message),
                transition.now(),
                new String(family.write(message), StandardCharsets.UTF_8));
    }
}
