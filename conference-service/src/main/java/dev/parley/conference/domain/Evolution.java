package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.CallTakenOver;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.DigitTaken;
import dev.parley.conference.domain.ConferenceEvent.EntryCleared;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.EntryReopened;
import dev.parley.conference.domain.ConferenceEvent.KeysCollected;
import dev.parley.conference.domain.ConferenceEvent.LegDismissed;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.LegHeld;
import dev.parley.conference.domain.ConferenceEvent.LegResumed;
import dev.parley.conference.domain.ConferenceEvent.NameAsked;
import dev.parley.conference.domain.ConferenceEvent.NameAwaited;
import dev.parley.conference.domain.ConferenceEvent.PinAsked;
import dev.parley.conference.domain.ConferenceEvent.RoomEntered;
import dev.parley.conference.domain.ConferenceEvent.Told;
import dev.parley.conference.domain.ConferenceState.Gathering;
import dev.parley.conference.domain.ConferenceState.Idle;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.ConferenceState.Occupied;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a room becomes by an event. Total and silent: an event that cannot apply leaves the room as it was. */
public final class Evolution {
    private Evolution() {}

    /** Whatever changes what is to be heard makes a new revision of the plan. */
    public static ConferenceState evolve(ConferenceState before, ConferenceEvent event) {
        ConferenceState after = apply(before, event);
        return HearingPlan.of(after).soundsLike(HearingPlan.of(before))
                ? after
                : after.withRevision(before.revision() + 1);
    }

    private static ConferenceState apply(ConferenceState state, ConferenceEvent event) {
        return switch (state) {
            case Idle idle -> whenIdle(idle, event);
            case Occupied occupied -> whenOccupied(occupied, event);
        };
    }

    private static ConferenceState whenIdle(Idle state, ConferenceEvent event) {
        if (event instanceof LegExpected expected) {
            return expect(new Gathering(state.revision(), expected.policy(), Roster.EMPTY), expected);
        }
        if (event instanceof CallTakenOver(RoomId call, RoomPolicy policy)) {
            return new Gathering(state.revision(), policy, Roster.EMPTY, Optional.of(call));
        }
        return event instanceof RoomEntered(RoomPolicy policy)
                ? new Gathering(state.revision(), policy, Roster.EMPTY)
                : state;
    }

    private static ConferenceState whenOccupied(Occupied state, ConferenceEvent event) {
        return switch (event) {
            case RoomEntered(RoomPolicy policy) -> state.withPolicy(policy);
            case CallTakenOver _ -> state;
            case LegExpected expected -> expect(state, expected);
            case PinAsked(LegId leg) -> change(state, leg, old -> new Leg.EnteringPin(old.dialog(), PinEntry.first()));
            case DigitTaken(LegId leg, char digit) -> entry(state, leg, entry -> entry.plus(digit));
            case EntryCleared(LegId leg) -> entry(state, leg, PinEntry::cleared);
            case EntryFailed(LegId leg, boolean pause) -> entry(state, leg, entry -> entry.next(pause));
            case EntryReopened(LegId leg) -> entry(state, leg, PinEntry::cleared);
            case NameAsked(LegId leg, Role role, Cause cause) ->
                change(state, leg, old -> new Leg.Naming(old.dialog(), role, cause, false));
            case NameAwaited(LegId leg) -> change(state, leg, Evolution::speaking);
            case LegDismissed(LegId leg) -> change(state, leg, old -> new Leg.Leaving(old.dialog()));
            case LegHeld(LegId leg) -> held(state, leg, true);
            case LegResumed(LegId leg) -> held(state, leg, false);
            case LegGone(LegId leg) ->
                unlessEmpty(state.withRoster(state.roster().without(leg)));
            case KeysCollected(LegId leg, String keys) ->
                change(state, leg, old -> old instanceof Leg.Member member ? member.withKeys(keys) : old);
            case Told told -> told(state, told);
        };
    }

    private static ConferenceState told(Occupied state, Told told) {
        return switch (state) {
            case Live live -> LiveEvolution.evolve(live, told);
            case Gathering gathering ->
                told instanceof ConferenceStarted started
                        ? new Live(
                                gathering.revision(),
                                gathering.policy(),
                                gathering.roster(),
                                started.conference(),
                                started.sequence(),
                                Course.under(gathering.policy().manners()),
                                Consultations.NONE,
                                gathering.call())
                        : gathering;
        };
    }

    private static Occupied expect(Occupied state, LegExpected expected) {
        boolean pinRequired = expected.policy().asksForPin(expected.dialog().party());
        Leg leg = new Leg.Opening(expected.dialog(), pinRequired);
        return state.withPolicy(expected.policy()).withRoster(state.roster().with(leg));
    }

    static ConferenceState unlessEmpty(Occupied state) {
        return switch (state) {
            case Gathering gathering -> gathering.roster().isEmpty() ? new Idle(gathering.revision()) : gathering;
            case Live live -> live;
        };
    }

    static Occupied change(Occupied state, LegId id, UnaryOperator<Leg> to) {
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

    private static Leg speaking(Leg leg) {
        return leg instanceof Leg.Naming(Dialog dialog, Role role, Cause cause, boolean _)
                ? new Leg.Naming(dialog, role, cause, true)
                : leg;
    }

    private static Occupied held(Occupied state, LegId id, boolean held) {
        return change(state, id, leg -> leg.withDialog(leg.dialog().withHeld(held)));
    }
}
