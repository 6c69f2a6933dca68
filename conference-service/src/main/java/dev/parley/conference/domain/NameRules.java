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
import dev.parley.conference.domain.ConferenceEvent.NameAsked;
import dev.parley.conference.domain.ConferenceEvent.NameAwaited;
import dev.parley.conference.domain.Effect.EndName;
import dev.parley.conference.domain.Effect.RecordName;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Saying one's name before coming in (R7): any key ends it, and who says nothing comes in without. */
final class NameRules {
    private static final String QUESTION = "name";
    private static final Duration QUESTION_TAKES_AT_MOST = Duration.ofSeconds(15);
    private static final Duration LONGEST_NAME = Duration.ofSeconds(5);
    private static final Duration ANSWER_TAKES_AT_MOST = Duration.ofSeconds(10);

    private NameRules() {}

    static Story ask(Story story, Leg leg, Role role, Cause cause) {
        return story.happens(new NameAsked(leg.id(), role, cause))
                .say(leg, QUESTION, List.of(Prompt.SAY_NAME))
                .startTimer(leg, QUESTION_TAKES_AT_MOST);
    }

    static Decision decide(Story story, Leg.Naming leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ ->
                story.ask(leg.speaking() ? new EndName(leg.id()) : new StopPrompts(leg.id()))
                        .accepted();
            case PromptOver(var _, String request)
            when request.equals(QUESTION) && !leg.speaking() ->
                record(story, leg).accepted();
            case NameOver(var _, var _, boolean spoken)
            when leg.speaking() ->
                enter(story, leg, spoken ? Optional.of(recording(leg)) : Optional.empty())
                        .accepted();
            case PromptOver _, NameOver _, Ring _, Progress _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _, FailCall _ -> story.forget(leg).accepted();
            case LoseMedia _ -> story.hangUp(leg).forget(leg).accepted();
            case TimerElapsed _ ->
                enter(
                                story.ask(leg.speaking() ? new EndName(leg.id()) : new StopPrompts(leg.id())),
                                leg,
                                Optional.empty())
                        .accepted();
        };
    }

    private static Story record(Story story, Leg.Naming leg) {
        return story.happens(new NameAwaited(leg.id()))
                .ask(new RecordName(leg.id(), recording(leg), LONGEST_NAME))
                .startTimer(leg, ANSWER_TAKES_AT_MOST);
    }

    private static Story enter(Story story, Leg.Naming leg, Optional<String> name) {
        return AdmissionRules.mustNotBegin(story, leg, leg.role())
                ? story.dismiss(leg, List.of(Prompt.NOT_STARTED))
                : Entrance.join(story, leg, leg.role(), leg.cause(), name);
    }

    /** A leg says one name. */
    private static String recording(Leg leg) {
        return leg.id().value();
    }
}
