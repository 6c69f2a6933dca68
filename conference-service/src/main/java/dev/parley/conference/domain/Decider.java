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
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceState.Idle;
import dev.parley.conference.domain.ConferenceState.Occupied;
import dev.parley.conference.domain.Effect.OpenLeg;
import dev.parley.conference.domain.Effect.RefuseLeg;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides what a command does to a room. Pure. */
public final class Decider {
    /**
     * A call that is neither answered nor ended by then never will be: its instance is gone. Longer than the 32 s that
     * a 2xx may wait for its ACK (RFC 3261 §13.3.1.4).
     */
    static final Duration ANSWER_TAKES_AT_MOST = Duration.ofSeconds(60);

    private Decider() {}

    public static Decision decide(ConferenceState state, ConferenceCommand command, Facts facts) {
        return switch (state) {
            case Idle idle -> whenIdle(idle, command, facts);
            case Occupied occupied -> whenOccupied(occupied, command, facts);
        };
    }

    private static Decision whenIdle(Idle state, ConferenceCommand command, Facts facts) {
        return switch (command) {
            case Arrive arrive -> arrive(state, arrive, facts);
            case Answer _, Hold _, Resume _, PressKey _, PromptOver _, Leave _, LoseMedia _, TimerElapsed _ ->
                rejected(Rejection.NO_SUCH_LEG);
        };
    }

    private static Decision whenOccupied(Occupied state, ConferenceCommand command, Facts facts) {
        Optional<Leg> known = state.roster().find(command.leg());
        if (known.isEmpty()) {
            return command instanceof Arrive arrive ? arrive(state, arrive, facts) : rejected(Rejection.NO_SUCH_LEG);
        }
        Story story = new Story(state, facts);
        return switch (known.get()) {
            case Leg.Opening leg -> whenOpening(story, leg, command);
            case Leg.EnteringPin leg -> PinRules.decide(story, leg, command);
            case Leg.Member leg -> whenMember(story, leg, command);
            case Leg.Leaving leg -> whenLeaving(story, leg, command);
        };
    }

    private static Decision arrive(ConferenceState state, Arrive arrive, Facts facts) {
        if (facts.room().isEmpty()) {
            return refused(arrive, Rejection.ROOM_UNKNOWN);
        }
        RoomPolicy policy = facts.room().get();
        if (state.roster().seatsTaken() >= policy.seats()) {
            return refused(arrive, Rejection.ROOM_FULL);
        }
        return new Story(state, facts)
                .happens(new LegExpected(arrive.leg(), arrive.instance(), arrive.number(), policy))
                .ask(new OpenLeg(arrive.leg(), arrive.instance(), arrive.offer()))
                .ask(new Effect.StartTimer(arrive.leg(), facts.now().plus(ANSWER_TAKES_AT_MOST)))
                .accepted();
    }

    private static Decision refused(Arrive arrive, Rejection reason) {
        return new Decision.Rejected(reason, List.of(new RefuseLeg(arrive.leg(), arrive.instance(), reason)));
    }

    private static Decision whenOpening(Story story, Leg.Opening leg, ConferenceCommand command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ when leg.pinRequired() -> PinRules.ask(story, leg);
            case Answer _ -> story.join(leg, Role.PARTICIPANT, Cause.SIP).accepted();
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.NOT_ANSWERED);
            case PromptOver _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _ -> story.forget(leg).accepted();
            case LoseMedia _, TimerElapsed _ -> story.hangUp(leg).forget(leg).accepted();
        };
    }

    private static Decision whenMember(Story story, Leg.Member leg, ConferenceCommand command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.KEY_WITHOUT_MEANING);
            case PromptOver _, TimerElapsed _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave(var _, LeaveReason reason) ->
                story.part(leg, reason, Cause.SIP).accepted();
            case LoseMedia _ ->
                story.hangUp(leg).part(leg, LeaveReason.LOST, Cause.POLICY).accepted();
        };
    }

    private static Decision whenLeaving(Story story, Leg.Leaving leg, ConferenceCommand command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.KEY_WITHOUT_MEANING);
            case PromptOver(var _, String request)
            when request.equals(Story.GOODBYE) -> story.hangUp(leg).forget(leg).accepted();
            case PromptOver _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _ -> story.forget(leg).accepted();
            case LoseMedia _, TimerElapsed _ -> story.hangUp(leg).forget(leg).accepted();
        };
    }
}
