package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.Escalate;
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
import java.time.Duration;
import java.util.Optional;

/** Decides what a command does to a room. Pure. What each kind of leg does is with its rules. */
public final class Decider {
    /**
     * A call that is neither answered nor ended by then never will be: its instance is gone. Longer than the 32 s that
     * a 2xx may wait for its ACK (RFC 3261 §13.3.1.4).
     */
    static final Duration ANSWER_TAKES_AT_MOST = Duration.ofSeconds(60);

    private Decider() {}

    public static Decision decide(ConferenceState state, ConferenceCommand command, Facts facts) {
        return switch (command) {
            case OfLeg ofLeg -> ofLeg(state, ofLeg, facts);
            case Escalate escalate -> EscalationRules.decide(state, escalate, facts);
            case Request request -> RequestRules.decide(state, request, facts);
        };
    }

    private static Decision ofLeg(ConferenceState state, OfLeg command, Facts facts) {
        Optional<Leg> known = state.roster().find(command.leg());
        if (known.isEmpty()) {
            return command instanceof Arrive arrive
                    ? AdmissionRules.arrive(state, arrive, facts)
                    : rejected(Rejection.NO_SUCH_LEG);
        }
        Story story = new Story(state, facts);
        return switch (known.get()) {
            case Leg.Opening leg -> whenOpening(story, leg, command);
            case Leg.EnteringPin leg -> PinRules.decide(story, leg, command);
            case Leg.Naming leg -> NameRules.decide(story, leg, command);
            case Leg.Invited leg -> CallRules.decide(story, leg, command);
            case Leg.Consulted leg -> ConsultedRules.decide(story, leg, command);
            case Leg.Member leg -> MemberRules.decide(story, leg, command);
            case Leg.Leaving leg -> whenLeaving(story, leg, command);
        };
    }

    private static Decision whenOpening(Story story, Leg.Opening leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ when leg.pinRequired() -> PinRules.ask(story, leg);
            case Answer _ ->
                AdmissionRules.letIn(story, leg, Role.PARTICIPANT, Cause.SIP).accepted();
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.NOT_ANSWERED);
            case PromptOver _, NameOver _, Ring _, Progress _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _, FailCall _ -> story.forget(leg).accepted();
            case LoseMedia _, TimerElapsed _ -> story.hangUp(leg).forget(leg).accepted();
        };
    }

    private static Decision whenLeaving(Story story, Leg.Leaving leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.KEY_WITHOUT_MEANING);
            case PromptOver(var _, String request)
            when request.equals(Story.GOODBYE) -> story.hangUp(leg).forget(leg).accepted();
            case PromptOver _, NameOver _, Ring _, Progress _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _, FailCall _ -> story.forget(leg).accepted();
            case LoseMedia _, TimerElapsed _ -> story.hangUp(leg).forget(leg).accepted();
        };
    }
}
