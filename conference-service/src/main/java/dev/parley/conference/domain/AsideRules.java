package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceEvent.KeysCollected;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.SendKey;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.util.List;
import java.util.Optional;

/** What keys do that somebody presses who is aside (R16–R18): dial, come back, or go to the called party. */
final class AsideRules {
    private AsideRules() {}

    static Decision press(Story story, Leg.Member owner, Consultation aside, char key) {
        AsideReading reading = AsideReading.press(aside.isCollecting(), owner.keys(), key);
        if (reading instanceof AsideReading.Nothing) {
            return rejected(Rejection.KEY_WITHOUT_MEANING);
        }
        if (aside.isCollecting() && owner.keys().isEmpty()) {
            story.ask(new StopPrompts(owner.id()));
        }
        return carryOut(story, owner, aside, reading);
    }

    /** Whoever dials nothing is not left alone with a dial tone for ever. */
    static Decision silence(Story story, Leg.Member owner, Consultation aside) {
        AsideReading reading = AsideReading.silence(aside.isCollecting(), owner.keys());
        if (!(reading instanceof AsideReading.Nothing)) {
            return carryOut(story, owner, aside, reading);
        }
        if (!aside.isCollecting()) {
            return rejected(Rejection.NOTHING_CHANGES);
        }
        if (owner.keys().isEmpty()) {
            ConsultationRules.comeBack(story, aside, Cause.POLICY);
            return story.accepted();
        }
        return story.happens(new KeysCollected(owner.id(), ""))
                .startTimer(owner, ConsultationRules.PATIENCE)
                .accepted();
    }

    private static Decision carryOut(Story story, Leg.Member owner, Consultation aside, AsideReading reading) {
        return switch (reading) {
            case AsideReading.More(String keys) ->
                story.happens(new KeysCollected(owner.id(), keys))
                        .startTimer(owner, KeyRules.SILENCE)
                        .accepted();
            case AsideReading.Call(String _) -> call(story, owner, aside);
            case AsideReading.Return _ -> {
                ConsultationRules.comeBack(story, aside, Cause.KEYPAD);
                yield story.accepted();
            }
            case AsideReading.Merge _ -> merge(story, owner, aside);
            case AsideReading.PassOn(String keys) -> passOn(story, owner, aside, keys);
            case AsideReading.Nothing _ -> rejected(Rejection.KEY_WITHOUT_MEANING);
        };
    }

    /** The number is with the facts. */
    private static Decision call(Story story, Leg.Member owner, Consultation aside) {
        forget(story, owner);
        Optional<Rejection> objection = ConsultationRules.objection(story);
        if (objection.isEmpty()) {
            ConsultationRules.call(story, owner, aside, KeyRules.RING, Cause.KEYPAD);
            return story.accepted();
        }
        return story.say(owner, List.of(KeyRules.spoken(objection.get()), Prompt.DIAL_TONE))
                .startTimer(owner, ConsultationRules.PATIENCE)
                .accepted();
    }

    private static Decision merge(Story story, Leg.Member owner, Consultation aside) {
        forget(story, owner);
        if (ConsultationRules.merge(story, aside, Cause.KEYPAD).isEmpty()) {
            return story.accepted();
        }
        if (aside.isCollecting()) {
            return story.say(owner, List.of(Prompt.NO_SUCH_KEY, Prompt.DIAL_TONE))
                    .startTimer(owner, ConsultationRules.PATIENCE)
                    .accepted();
        }
        return story.say(owner, Prompt.TRYING).accepted();
    }

    /** Before anything can be heard there is nobody to get them. */
    private static Decision passOn(Story story, Leg.Member owner, Consultation aside, String keys) {
        if (!aside.stage().isHeard() && owner.keys().isEmpty()) {
            return rejected(Rejection.KEY_WITHOUT_MEANING);
        }
        forget(story, owner);
        if (aside.stage().isHeard()) {
            aside.called().ifPresent(called -> keys.chars().forEach(key -> story.ask(new SendKey(called, (char) key))));
        }
        return story.accepted();
    }

    private static void forget(Story story, Leg.Member owner) {
        if (!owner.keys().isEmpty()) {
            story.happens(new KeysCollected(owner.id(), "")).ask(new CancelTimer(owner.id()));
        }
    }
}
