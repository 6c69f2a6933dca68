package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.LegDismissed;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.LegHeld;
import dev.parley.conference.domain.ConferenceEvent.LegResumed;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.ConferenceState.Occupied;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.ConnectAudio;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.PlayPrompts;
import dev.parley.conference.domain.Effect.StartTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One decision while it is being told: what has happened so far, and what the room has become by it.
 *
 * <p>The new audio plan is added at the end, so that a command makes one plan at most. Lives within one call of
 * {@link Decider#decide}.
 */
final class Story {
    static final String GOODBYE = "goodbye";
    private static final String WELCOME = "welcome";
    private static final Duration GOODBYE_TAKES_AT_MOST = Duration.ofSeconds(15);

    private final Facts facts;
    private final long revisionBefore;
    private final List<ConferenceEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private ConferenceState state;

    Story(ConferenceState state, Facts facts) {
        this.state = state;
        this.facts = facts;
        this.revisionBefore = state.revision();
    }

    Facts facts() {
        return facts;
    }

    RoomPolicy policy() {
        return switch (state) {
            case Occupied occupied -> occupied.policy();
            case ConferenceState.Idle _ -> throw new IllegalStateException("Nobody is in the room");
        };
    }

    boolean isFull() {
        return state.roster().seatsTaken() >= policy().seats();
    }

    Story happens(ConferenceEvent event) {
        events.add(event);
        state = Evolution.evolve(state, event);
        return this;
    }

    Story ask(Effect effect) {
        effects.add(effect);
        return this;
    }

    Decision accepted() {
        if (state.revision() != revisionBefore) {
            effects.addFirst(new ConnectAudio(HearingPlan.of(state)));
        }
        return new Decision.Accepted(events, effects);
    }

    Story startTimer(Leg leg, Duration delay) {
        return ask(new StartTimer(leg.id(), facts.now().plus(delay)));
    }

    Story say(Leg leg, String request, List<Prompt> prompts) {
        return ask(new PlayPrompts(leg.id(), request, prompts, policy().language()));
    }

    /** Lets the leg into the conference, which begins if it has not yet. */
    Story join(Leg leg, Role role, Cause cause) {
        if (!(state instanceof Live)) {
            happens(new ConferenceStarted(facts.newConference(), 1, cause));
        }
        Live live = live();
        happens(new ParticipantJoined(
                live.conference(), live.sequence() + 1, cause, facts.newParticipant(), leg.id(), leg.number(), role));
        ask(new CancelTimer(leg.id()));
        boolean alone = state.roster().members().size() == 1;
        return say(leg, WELCOME, alone ? List.of(Prompt.WELCOME, Prompt.ONLY_ONE) : List.of(Prompt.WELCOME));
    }

    /** Takes the member out of the conference, which ends if it was the last. */
    Story part(Leg.Member member, LeaveReason reason, Cause cause) {
        Live live = live();
        happens(new ParticipantLeft(
                live.conference(), live.sequence() + 1, cause, member.participant(), member.id(), reason));
        if (state.roster().members().isEmpty()) {
            happens(new ConferenceEnded(live.conference(), live.sequence() + 2, cause));
        }
        return ask(new CloseLeg(member.id()));
    }

    /** Lets go of a leg that was no member. */
    Story forget(Leg leg) {
        return happens(new LegGone(leg.id())).ask(new CancelTimer(leg.id())).ask(new CloseLeg(leg.id()));
    }

    /** Ends the dialog. It is not waited for: should the instance that holds it be gone, nobody would answer. */
    Story hangUp(Leg leg) {
        return ask(new HangUpLeg(leg.id(), leg.instance()));
    }

    /** Tells the leg why it is not let in; it is hung up on when that has been said. */
    Story dismiss(Leg leg, List<Prompt> prompts) {
        return happens(new LegDismissed(leg.id())).say(leg, GOODBYE, prompts).startTimer(leg, GOODBYE_TAKES_AT_MOST);
    }

    Decision hold(Leg leg) {
        return leg.held()
                ? Decision.rejected(Rejection.NOTHING_CHANGES)
                : happens(new LegHeld(leg.id())).accepted();
    }

    Decision resume(Leg leg) {
        return leg.held() ? happens(new LegResumed(leg.id())).accepted() : Decision.rejected(Rejection.NOTHING_CHANGES);
    }

    private Live live() {
        return switch (state) {
            case Live live -> live;
            case ConferenceState.Idle _, ConferenceState.Gathering _ ->
                throw new IllegalStateException("No conference goes on in the room");
        };
    }
}
