package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.LegDismissed;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.LegHeld;
import dev.parley.conference.domain.ConferenceEvent.LegResumed;
import dev.parley.conference.domain.ConferenceEvent.Told;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.ConferenceState.Occupied;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.ConnectAudio;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.PlayPrompts;
import dev.parley.conference.domain.Effect.StartTimer;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One decision while it is being told: what has happened so far, and what the room has become by it.
 *
 * <p>The new audio plan is added at the end, so that a command makes one plan at most. Lives within one call of
 * {@link Decider#decide}.
 */
final class Story {
    static final String GOODBYE = "goodbye";
    private static final Duration GOODBYE_TAKES_AT_MOST = Duration.ofSeconds(15);

    private final Facts facts;
    private final long revisionBefore;
    private final List<ConferenceEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private ConferenceState state;
    private int requests;

    /** Makes the event at its place in the conference's story. */
    @FunctionalInterface
    interface Teller {
        Told at(ConferenceId conference, long sequence);
    }

    Story(ConferenceState state, Facts facts) {
        this.state = state;
        this.facts = facts;
        this.revisionBefore = state.revision();
    }

    Facts facts() {
        return facts;
    }

    ConferenceState state() {
        return state;
    }

    Roster roster() {
        return state.roster();
    }

    Optional<Live> conference() {
        return state instanceof Live live ? Optional.of(live) : Optional.empty();
    }

    Live live() {
        return conference().orElseThrow(() -> new IllegalStateException("No conference goes on in the room"));
    }

    RoomPolicy policy() {
        return switch (state) {
            case Occupied occupied -> occupied.policy();
            case ConferenceState.Idle _ -> throw new IllegalStateException("Nobody is in the room");
        };
    }

    Manners manners() {
        return policy().manners();
    }

    /** The two-party call in whose media the room's is. */
    Optional<RoomId> call() {
        return state instanceof Occupied occupied ? occupied.call() : Optional.empty();
    }

    boolean isFull() {
        return state.roster().seatsTaken() >= policy().seats();
    }

    Story happens(ConferenceEvent event) {
        events.add(event);
        state = Evolution.evolve(state, event);
        return this;
    }

    Story tell(Teller teller) {
        Live live = live();
        return happens(teller.at(live.conference(), live.sequence() + 1));
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

    /** Ends a rule that has no objection. */
    Optional<Rejection> unopposed() {
        return Optional.empty();
    }

    Story startTimer(Leg leg, Duration delay) {
        return ask(new StartTimer(leg.id(), facts.now().plus(delay)));
    }

    Story say(Leg leg, String request, List<Prompt> prompts) {
        return ask(new PlayPrompts(leg.id(), request, prompts, policy().language()));
    }

    /** Says something of which nobody waits for the end. */
    Story say(Leg leg, List<Prompt> prompts) {
        requests++;
        return say(leg, facts.ids().request() + "-" + requests, prompts);
    }

    Story say(Leg leg, Prompt prompt) {
        return say(leg, List.of(prompt));
    }

    Story sayToAll(List<Prompt> prompts) {
        state.roster().members().forEach(member -> say(member, prompts));
        return this;
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
        return happens(new LegDismissed(leg.id())).farewell(leg, prompts);
    }

    Story farewell(Leg leg, List<Prompt> prompts) {
        return say(leg, GOODBYE, prompts).startTimer(leg, GOODBYE_TAKES_AT_MOST);
    }

    Decision hold(Leg leg) {
        return leg.held()
                ? Decision.rejected(Rejection.NOTHING_CHANGES)
                : happens(new LegHeld(leg.id())).accepted();
    }

    Decision resume(Leg leg) {
        return leg.held() ? happens(new LegResumed(leg.id())).accepted() : Decision.rejected(Rejection.NOTHING_CHANGES);
    }
}
