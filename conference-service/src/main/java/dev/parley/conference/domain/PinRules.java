package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.NameOver;
import dev.parley.conference.domain.ConferenceCommand.OfLeg;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.DigitTaken;
import dev.parley.conference.domain.ConferenceEvent.EntryCleared;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.EntryReopened;
import dev.parley.conference.domain.ConferenceEvent.PinAsked;
import dev.parley.conference.domain.Effect.CountGuess;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entering a PIN (R3, R4): {@code #} ends an entry, {@code *} starts it over, the last failed try ends in a goodbye.
 *
 * <p>The first key silences the prompt. Silence counts from the last key, or from the end of the prompt. A wrong PIN counts
 * across calls, too: after many of them its answer is held back, and in the end no PIN is right any more.
 */
final class PinRules {
    private PinRules() {}

    static Decision ask(Story story, Leg.Opening leg) {
        return askAgain(story.happens(new PinAsked(leg.id())), leg, PinEntry.first(), List.of(Prompt.ENTER_PIN));
    }

    static Decision decide(Story story, Leg.EnteringPin leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ when leg.entry().pausing() -> rejected(Rejection.KEY_WITHOUT_MEANING);
            case PressKey(var _, char key) -> press(story, leg, key);
            case PromptOver(var _, String request)
            when request.equals(request(leg.entry()))
                    && leg.entry().isEmpty()
                    && !leg.entry().pausing() -> listen(story, leg).accepted();
            case PromptOver _, NameOver _, Ring _, Progress _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _, FailCall _ -> story.forget(leg).accepted();
            case LoseMedia _ -> story.hangUp(leg).forget(leg).accepted();
            case TimerElapsed _
            when leg.entry().pausing() ->
                askAgain(
                        story.happens(new EntryReopened(leg.id())),
                        leg,
                        leg.entry(),
                        List.of(Prompt.WRONG_PIN, Prompt.ENTER_PIN));
            case TimerElapsed _ -> fail(story, leg, List.of(), Duration.ZERO);
        };
    }

    private static Decision press(Story story, Leg.EnteringPin leg, char key) {
        Optional<EntryKey> meaning = EntryKey.of(key);
        if (meaning.isEmpty()) {
            return rejected(Rejection.KEY_WITHOUT_MEANING);
        }
        return switch (meaning.get()) {
            case END -> end(story, leg);
            case START_OVER -> {
                silence(story, leg).happens(new EntryCleared(leg.id()));
                yield listen(story, leg).accepted();
            }
            case DIGIT -> {
                if (leg.entry().isFull()) {
                    yield rejected(Rejection.KEY_WITHOUT_MEANING);
                }
                silence(story, leg).happens(new DigitTaken(leg.id(), key));
                yield listen(story, leg).accepted();
            }
        };
    }

    private static Decision end(Story story, Leg.EnteringPin leg) {
        Facts facts = story.facts();
        if (facts.guesses().shutOut(leg.party(), facts.now())) {
            return story.dismiss(leg, List.of(Prompt.WRONG_PIN, Prompt.GOODBYE)).accepted();
        }
        return switch (facts.pin()) {
            case NONE -> wrong(story, leg);
            case PIN ->
                AdmissionRules.letInWithPin(story, leg, Role.PARTICIPANT).accepted();
            case MODERATOR_PIN ->
                AdmissionRules.letInWithPin(story, leg, Role.MODERATOR).accepted();
        };
    }

    private static Decision wrong(Story story, Leg.EnteringPin leg) {
        silence(story, leg);
        if (leg.entry().isEmpty()) {
            return fail(story, leg, List.of(Prompt.WRONG_PIN), Duration.ZERO);
        }
        Duration pause =
                story.facts().guesses().pause(leg.party(), story.facts().now());
        return fail(story.ask(new CountGuess(leg.party())), leg, List.of(Prompt.WRONG_PIN), pause);
    }

    private static Decision fail(Story story, Leg.EnteringPin leg, List<Prompt> why, Duration pause) {
        if (leg.entry().attempt() >= story.policy().pinTries()) {
            return story.dismiss(leg, both(why, Prompt.GOODBYE)).accepted();
        }
        if (!pause.isZero()) {
            return story.happens(new EntryFailed(leg.id(), true))
                    .startTimer(leg, pause)
                    .accepted();
        }
        story.happens(new EntryFailed(leg.id(), false));
        return askAgain(story, leg, leg.entry().next(false), both(why, Prompt.ENTER_PIN));
    }

    private static Decision askAgain(Story story, Leg leg, PinEntry entry, List<Prompt> prompts) {
        return listen(story.say(leg, request(entry), prompts), leg).accepted();
    }

    private static Story listen(Story story, Leg leg) {
        return story.startTimer(leg, story.policy().pinSilence());
    }

    /** Nobody should have to listen to a prompt to its end; once a key was pressed, none is playing. */
    private static Story silence(Story story, Leg.EnteringPin leg) {
        return leg.entry().isEmpty() ? story.ask(new StopPrompts(leg.id())) : story;
    }

    private static String request(PinEntry entry) {
        return "pin-" + entry.attempt();
    }

    private static List<Prompt> both(List<Prompt> first, Prompt last) {
        return Stream.concat(first.stream(), Stream.of(last)).toList();
    }
}
