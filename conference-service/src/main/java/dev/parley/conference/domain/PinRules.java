package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.DigitTaken;
import dev.parley.conference.domain.ConferenceEvent.EntryCleared;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.PinAsked;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Entering a PIN (R3, R4): {@code #} ends an entry, {@code *} starts it over, the last failed try ends in a goodbye.
 *
 * <p>The first key silences the prompt. Silence counts from the last key, or from the end of the prompt.
 */
final class PinRules {
    private PinRules() {}

    static Decision ask(Story story, Leg.Opening leg) {
        return askAgain(story.happens(new PinAsked(leg.id())), leg, PinEntry.first(), List.of(Prompt.ENTER_PIN));
    }

    static Decision decide(Story story, Leg.EnteringPin leg, ConferenceCommand command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey(var _, char key) -> press(story, leg, key);
            case PromptOver(var _, String request)
            when request.equals(request(leg.entry())) && leg.entry().isEmpty() ->
                listen(story, leg).accepted();
            case PromptOver _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _ -> story.forget(leg).accepted();
            case LoseMedia _ -> story.hangUp(leg).forget(leg).accepted();
            case TimerElapsed _ -> fail(story, leg, List.of());
        };
    }

    private static Decision press(Story story, Leg.EnteringPin leg, char key) {
        return switch (key) {
            case '#' -> end(story, leg);
            case '*' -> {
                silence(story, leg).happens(new EntryCleared(leg.id()));
                yield listen(story, leg).accepted();
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                if (leg.entry().isFull()) {
                    yield rejected(Rejection.KEY_WITHOUT_MEANING);
                }
                silence(story, leg).happens(new DigitTaken(leg.id(), key));
                yield listen(story, leg).accepted();
            }
            default -> rejected(Rejection.KEY_WITHOUT_MEANING);
        };
    }

    private static Decision end(Story story, Leg.EnteringPin leg) {
        return switch (story.facts().pin()) {
            case NONE -> fail(silence(story, leg), leg, List.of(Prompt.WRONG_PIN));
            case PIN -> letIn(story, leg, Role.PARTICIPANT);
            case MODERATOR_PIN -> letIn(story, leg, Role.MODERATOR);
        };
    }

    /** A seat is taken only now, so that nobody can block a room without knowing its PIN. */
    private static Decision letIn(Story story, Leg.EnteringPin leg, Role role) {
        return story.isFull()
                ? story.dismiss(leg, List.of(Prompt.CONFERENCE_FULL)).accepted()
                : story.join(leg, role, Cause.KEYPAD).accepted();
    }

    private static Decision fail(Story story, Leg.EnteringPin leg, List<Prompt> why) {
        if (leg.entry().attempt() >= story.policy().pinTries()) {
            return story.dismiss(leg, both(why, Prompt.GOODBYE)).accepted();
        }
        story.happens(new EntryFailed(leg.id()));
        return askAgain(story, leg, leg.entry().next(), both(why, Prompt.ENTER_PIN));
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
