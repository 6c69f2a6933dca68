package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.HearingPlan;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Rejection;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import java.util.Locale;
import java.util.OptionalInt;

/** What is wanted of others, as the contracts say it. */
final class EffectMapper {
    private EffectMapper() {}

    static MediaCommand openLeg(RoomId room, Effect.OpenLeg effect) {
        return new MediaCommand.OpenLeg(room, effect.leg(), effect.instance(), effect.offer());
    }

    static MediaCommand playPrompt(RoomId room, Effect.PlayPrompts effect) {
        return new MediaCommand.PlayPrompt(
                room,
                effect.leg(),
                effect.request(),
                effect.prompts().stream().map(EffectMapper::id).toList(),
                effect.language(),
                OptionalInt.empty());
    }

    static AudioPlan plan(RoomId room, HearingPlan plan) {
        return new AudioPlan(
                room,
                plan.revision(),
                plan.music() ? AudioPlan.Ambience.MUSIC : AudioPlan.Ambience.SILENCE,
                plan.legs().stream()
                        .map(leg -> new AudioPlan.PlannedLeg(leg.leg(), AudioPlan.PlannedLeg.MAIN, leg.heard(), true))
                        .toList());
    }

    static CallCommand.Refusal refusal(Rejection reason) {
        return switch (reason) {
            case ROOM_UNKNOWN -> CallCommand.Refusal.UNKNOWN;
            case ROOM_FULL -> CallCommand.Refusal.FULL;
            case ALREADY_HERE, NO_SUCH_LEG, ALREADY_ANSWERED, NOT_ANSWERED, NOTHING_CHANGES, KEY_WITHOUT_MEANING ->
                throw new IllegalArgumentException("No caller is refused because of " + reason);
        };
    }

    /** The file name of the prompt, in every language. */
    static String id(Prompt prompt) {
        return prompt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
