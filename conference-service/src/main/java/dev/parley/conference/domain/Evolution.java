package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.DigitTaken;
import dev.parley.conference.domain.ConferenceEvent.EntryCleared;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.LegDismissed;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.LegHeld;
import dev.parley.conference.domain.ConferenceEvent.LegResumed;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.PinAsked;
import dev.parley.conference.domain.ConferenceState.Gathering;
import dev.parley.conference.domain.ConferenceState.Idle;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.ConferenceState.Occupied;
import dev.parley.contracts.id.LegId;
import java.util.function.UnaryOperator;

/** What a room becomes by an event. Total and silent: an event that cannot apply leaves the room as it was. */
public final class Evolution {
    private Evolution() {}

    public static ConferenceState evolve(ConferenceState state, ConferenceEvent event) {
        return switch (state) {
            case Idle idle -> whenIdle(idle, event);
            case Occupied occupied -> whenOccupied(occupied, event);
        };
    }

    private static ConferenceState whenIdle(Idle state, ConferenceEvent event) {
        return event instanceof LegExpected expected
                ? expect(new Gathering(state.revision(), expected.policy(), Roster.EMPTY), expected)
                : state;
    }

    private static ConferenceState whenOccupied(Occupied state, ConferenceEvent event) {
        return switch (event) {
            case LegExpected expected -> expect(state, expected);
            case PinAsked(LegId leg) -> change(state, leg, Evolution::entering);
            case DigitTaken(LegId leg, char digit) -> entry(state, leg, entry -> entry.plus(digit));
            case EntryCleared(LegId leg) -> entry(state, leg, PinEntry::cleared);
            case EntryFailed(LegId leg) -> entry(state, leg, PinEntry::next);
            case LegDismissed(LegId leg) -> change(state, leg, Evolution::leaving);
            case LegHeld(LegId leg) -> held(state, leg, true);
            case LegResumed(LegId leg) -> held(state, leg, false);
            case LegGone(LegId leg) ->
                unlessEmpty(state.withRoster(state.roster().without(leg)));
            case ConferenceStarted started ->
                new Live(state.revision(), state.policy(), state.roster(), started.conference(), started.sequence());
            case ParticipantJoined joined ->
                told(change(state, joined.leg(), leg -> member(leg, joined)), joined.sequence())
                        .withNextRevision();
            case ParticipantLeft left ->
                told(state.withRoster(state.roster().without(left.leg())), left.sequence())
                        .withNextRevision();
            case ConferenceEnded _ -> unlessEmpty(new Gathering(state.revision(), state.policy(), state.roster()));
        };
    }

    private static Occupied expect(Occupied state, LegExpected expected) {
        boolean pinRequired = expected.policy().pinRequired();
        Leg leg = new Leg.Opening(expected.leg(), expected.instance(), expected.number(), false, pinRequired);
        return state.withPolicy(expected.policy()).withRoster(state.roster().with(leg));
    }

    private static ConferenceState unlessEmpty(Occupied state) {
        return state.roster().isEmpty() ? new Idle(state.revision()) : state;
    }

    private static Occupied told(Occupied state, long sequence) {
        return switch (state) {
            case Live live -> live.withSequence(sequence);
            case Gathering gathering -> gathering;
        };
    }

    private static Occupied change(Occupied state, LegId id, UnaryOperator<Leg> to) {
        return state.roster()
                .find(id)
                .map(leg -> state.withRoster(state.roster().with(to.apply(leg))))
                .orElse(state);
    }

    private static Occupied entry(Occupied state, LegId id, UnaryOperator<PinEntry> to) {
        return change(
                state,
                id,
                leg -> leg instanceof Leg.EnteringPin entering ? entering.withEntry(to.apply(entering.entry())) : leg);
    }

    /** Only who is in the audio changes the plan. */
    private static Occupied held(Occupied state, LegId id, boolean held) {
        Occupied changed = change(state, id, leg -> leg.withHeld(held));
        boolean inAudio =
                state.roster().find(id).filter(Leg.Member.class::isInstance).isPresent();
        return inAudio ? changed.withNextRevision() : changed;
    }

    private static Leg entering(Leg leg) {
        return new Leg.EnteringPin(leg.id(), leg.instance(), leg.number(), leg.held(), PinEntry.first());
    }

    private static Leg leaving(Leg leg) {
        return new Leg.Leaving(leg.id(), leg.instance(), leg.number(), leg.held());
    }

    private static Leg member(Leg leg, ParticipantJoined joined) {
        return new Leg.Member(leg.id(), leg.instance(), leg.number(), leg.held(), joined.participant(), joined.role());
    }
}
