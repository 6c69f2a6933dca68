package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.HearingPlan;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Rejection;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wanted of others, as the contracts say it. */
final class EffectMapper {
    /** The name of the music that Parley brings. */
    private static final String OUR_MUSIC = "music";

    private static final String ASIDE = "aside-";

    private EffectMapper() {}

    static MediaCommand openLeg(RoomId room, Effect.OpenLeg effect) {
        return new MediaCommand.OpenLeg(
                room,
                effect.leg(),
                effect.instance(),
                effect.offer(),
                effect.call().map(RoomId::value));
    }

    static MediaCommand playPrompt(RoomId room, Effect.PlayPrompts effect) {
        return new MediaCommand.PlayPrompt(
                room,
                effect.leg(),
                effect.request(),
                effect.prompts().stream().map(Prompt::id).toList(),
                effect.language(),
                OptionalInt.empty());
    }

    static MediaCommand recordName(RoomId room, Effect.RecordName effect) {
        return new MediaCommand.RecordName(
                room, effect.leg(), effect.request(), (int) effect.most().toSeconds());
    }

    static CallCommand placeCall(RoomId room, Effect.PlaceCall effect) {
        return new CallCommand.PlaceCall(
                room,
                effect.leg(),
                effect.number(),
                effect.caller().number(),
                (int) effect.ring().toSeconds(),
                effect.call().map(RoomId::value),
                effect.caller().withheld());
    }

    static AudioPlan plan(RoomId room, HearingPlan plan) {
        return new AudioPlan(
                room,
                plan.revision(),
                plan.music().isPresent() ? AudioPlan.Ambience.MUSIC : AudioPlan.Ambience.SILENCE,
                plan.legs().stream().map(EffectMapper::leg).toList(),
                plan.music().filter(sound -> !sound.equals(OUR_MUSIC)),
                plan.recording(),
                plan.call().map(RoomId::value),
                Optional.empty());
    }

    private static AudioPlan.PlannedLeg leg(HearingPlan.Hearing leg) {
        return new AudioPlan.PlannedLeg(
                leg.leg(),
                leg.aside().map(id -> ASIDE + id).orElse(AudioPlan.PlannedLeg.MAIN),
                leg.heard(),
                leg.hears(),
                ambience(leg),
                leg.recording());
    }

    /** Music for who is alone in the room is for none of those who are aside. */
    private static Optional<AudioPlan.Ambience> ambience(HearingPlan.Hearing leg) {
        if (leg.music()) {
            return Optional.of(AudioPlan.Ambience.MUSIC);
        }
        return leg.aside().map(_ -> AudioPlan.Ambience.SILENCE);
    }

    static CallCommand answer(RoomId room, Effect.AnswerEscalation answer) {
        return new CallCommand.EscalationAnswered(
                room,
                answer.leg(),
                answer.attempt(),
                switch (answer.outcome()) {
                    case ACCEPTED -> CallCommand.EscalationOutcome.ACCEPTED;
                    case WRONG_PASSWORD -> CallCommand.EscalationOutcome.WRONG_PASSWORD;
                    case TAKEN -> CallCommand.EscalationOutcome.TAKEN;
                    case UNAVAILABLE -> CallCommand.EscalationOutcome.UNAVAILABLE;
                });
    }

    static CallCommand.Refusal refusal(Rejection reason) {
        return switch (reason) {
            case ROOM_UNKNOWN -> CallCommand.Refusal.UNKNOWN;
            case ROOM_FULL -> CallCommand.Refusal.FULL;
            case ROOM_LOCKED -> CallCommand.Refusal.LOCKED;
            case NOT_STARTED -> CallCommand.Refusal.NOT_STARTED;
            case SHUT_OUT -> CallCommand.Refusal.SHUT_OUT;
            case TENANT_EXHAUSTED -> CallCommand.Refusal.LIMIT;
            case ALREADY_HERE,
                    NO_SUCH_LEG,
                    ALREADY_ANSWERED,
                    NOT_ANSWERED,
                    NOTHING_CHANGES,
                    KEY_WITHOUT_MEANING,
                    NO_CONFERENCE,
                    NO_SUCH_PARTICIPANT,
                    NO_SUCH_INVITATION,
                    NOT_ALLOWED,
                    ALREADY_DIALLING,
                    NUMBER_UNKNOWN,
                    NUMBER_BARRED,
                    CALLS_EXHAUSTED,
                    NO_SUCH_CONSULTATION,
                    NOBODY_TO_MERGE,
                    ROOM_TAKEN,
                    WRONG_PASSWORD,
                    NOTHING_TO_DROP -> throw new IllegalArgumentException("No caller is refused because of " + reason);
        };
    }
}
