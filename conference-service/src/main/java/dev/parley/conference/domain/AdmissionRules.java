package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.Effect.OpenLeg;
import dev.parley.conference.domain.Effect.RefuseLeg;
import dev.parley.conference.domain.Effect.StartTimer;
import java.util.List;
import java.util.Optional;

/**
 * Who gets in (R8, R9, R11): at the door, where a refusal is a SIP answer, and after the PIN, where it is a prompt and the
 * end of the call.
 *
 * <p>An outside caller of a room that does not exist is asked for a PIN like everybody else, and no PIN is right: nobody
 * finds out by calling which rooms there are.
 */
final class AdmissionRules {
    private AdmissionRules() {}

    static Decision arrive(ConferenceState state, Arrive arrive, Facts facts) {
        Party party = arrive.party();
        if (facts.guesses().shutOut(party, facts.now())) {
            return refused(arrive, Rejection.SHUT_OUT);
        }
        Optional<RoomPolicy> room = facts.room()
                .filter(policy -> party.inside() || !policy.manners().isLocal());
        if (room.isEmpty()) {
            return party.inside() || state instanceof Live
                    ? refused(arrive, Rejection.ROOM_UNKNOWN)
                    : expected(state, arrive, facts.pretence(), facts);
        }
        return objection(state, party, room.get(), facts)
                .map(reason -> refused(arrive, reason))
                .orElseGet(() -> expected(state, arrive, room.get(), facts));
    }

    private static Optional<Rejection> objection(ConferenceState state, Party party, RoomPolicy policy, Facts facts) {
        boolean owner = policy.manners().isOwner(party);
        if (policy.manners().isLocal() && !owner && !(state instanceof Live)) {
            return Optional.of(Rejection.NOT_STARTED);
        }
        if (state instanceof Live live && live.course().locked() && !owner) {
            return Optional.of(Rejection.ROOM_LOCKED);
        }
        if (state.roster().seatsTaken() >= policy.seats()) {
            return Optional.of(Rejection.ROOM_FULL);
        }
        return exhausted(state, facts.tenant()) ? Optional.of(Rejection.TENANT_EXHAUSTED) : Optional.empty();
    }

    /** Whether the tenant may have nobody more, or no conference more where this would begin one (R29). */
    static boolean exhausted(ConferenceState state, Facts.TenantUse tenant) {
        return tenant.participants().isExhausted()
                || (!(state instanceof Live) && tenant.conferences().isExhausted());
    }

    private static Decision expected(ConferenceState state, Arrive arrive, RoomPolicy policy, Facts facts) {
        Dialog dialog = new Dialog(arrive.leg(), arrive.instance(), arrive.party(), false);
        Story story = new Story(state, facts);
        return story.happens(new LegExpected(dialog, policy))
                .ask(new OpenLeg(arrive.leg(), arrive.instance(), arrive.offer(), story.call()))
                .ask(new StartTimer(arrive.leg(), facts.now().plus(Decider.ANSWER_TAKES_AT_MOST)))
                .accepted();
    }

    private static Decision refused(Arrive arrive, Rejection reason) {
        return new Decision.Rejected(reason, List.of(new RefuseLeg(arrive.leg(), arrive.instance(), reason)));
    }

    /** A seat is taken only now, so that nobody can block a room without knowing its PIN. */
    static Story letInWithPin(Story story, Leg leg, Role role) {
        if (story.isFull()) {
            return story.dismiss(leg, List.of(Prompt.CONFERENCE_FULL));
        }
        boolean locked =
                story.conference().filter(live -> live.course().locked()).isPresent();
        return locked && role != Role.MODERATOR
                ? story.dismiss(leg, List.of(Prompt.CONFERENCE_LOCKED))
                : letIn(story, leg, role, Cause.KEYPAD);
    }

    /** Lets in who has a seat; a local conference is begun by nobody but its owner, a dynamic one by an administrator. */
    static Story letIn(Story story, Leg leg, Role role, Cause cause) {
        boolean owner = story.manners().isOwner(leg.party());
        if (mustNotBegin(story, leg, role)) {
            return story.dismiss(leg, List.of(Prompt.NOT_STARTED));
        }
        Role granted = owner ? Role.MODERATOR : role;
        return story.manners().announceName() && !owner
                ? NameRules.ask(story, leg, granted, cause)
                : Entrance.join(story, leg, granted, cause, Optional.empty());
    }

    static boolean mustNotBegin(Story story, Leg leg, Role role) {
        return story.conference().isEmpty() && !story.manners().letBegin(leg.party(), role);
    }
}
