package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceCommand.Escalate;
import dev.parley.conference.domain.ConferenceEvent.CallTakenOver;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEscalated;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.Effect.AnswerEscalation;
import dev.parley.conference.domain.Effect.CountGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A two-party call becomes a conference (R21): in a dynamic room where nobody is, by its administrator's password. Both are
 * in at once; their legs and their media stay as they are.
 */
final class EscalationRules {
    private EscalationRules() {}

    static Decision decide(ConferenceState state, Escalate wish, Facts facts) {
        if (isDone(state, wish)) {
            return refused(wish, Rejection.ALREADY_HERE, EscalationOutcome.ACCEPTED);
        }
        Optional<RoomPolicy> room =
                facts.room().filter(policy -> policy.manners().dynamic());
        if (room.isEmpty()) {
            return refused(wish, Rejection.ROOM_UNKNOWN, EscalationOutcome.UNAVAILABLE);
        }
        if (!(state instanceof ConferenceState.Idle)) {
            return refused(wish, Rejection.ROOM_TAKEN, EscalationOutcome.TAKEN);
        }
        if (wish.password().isPresent()) {
            Party presser = wish.presser().party();
            if (facts.guesses().shutOut(presser, facts.now())) {
                return refused(wish, Rejection.SHUT_OUT, EscalationOutcome.WRONG_PASSWORD);
            }
            if (facts.pin() != PinMatch.MODERATOR_PIN) {
                return wrong(wish, presser);
            }
        }
        Facts.TenantUse tenant = facts.tenant();
        if (room.get().seats() < 2
                || tenant.conferences().isExhausted()
                || !tenant.participants().hasRoomFor(2)) {
            return refused(wish, Rejection.TENANT_EXHAUSTED, EscalationOutcome.UNAVAILABLE);
        }
        return begin(new Story(state, facts), wish, room.get());
    }

    /** The question came twice; its answer may have been lost. */
    private static boolean isDone(ConferenceState state, Escalate wish) {
        return state instanceof ConferenceState.Live live
                && live.call().filter(wish.call()::equals).isPresent()
                && live.roster().find(wish.presser().id()).isPresent();
    }

    private static Decision wrong(Escalate wish, Party presser) {
        List<Effect> effects = new ArrayList<>(List.of(answer(wish, EscalationOutcome.WRONG_PASSWORD)));
        if (wish.password().filter(password -> !password.isEmpty()).isPresent()) {
            effects.add(new CountGuess(presser));
        }
        return new Decision.Rejected(Rejection.WRONG_PASSWORD, effects);
    }

    private static Decision refused(Escalate wish, Rejection reason, EscalationOutcome outcome) {
        return new Decision.Rejected(reason, List.of(answer(wish, outcome)));
    }

    private static AnswerEscalation answer(Escalate wish, EscalationOutcome outcome) {
        return new AnswerEscalation(wish.presser().id(), wish.presser().instance(), wish.attempt(), outcome);
    }

    private static Decision begin(Story story, Escalate wish, RoomPolicy room) {
        Cause cause = wish.password().isPresent() ? Cause.KEYPAD : Cause.API;
        NewIds ids = story.facts().ids();
        story.happens(new CallTakenOver(wish.call(), room))
                .happens(new LegExpected(wish.presser(), room))
                .happens(new LegExpected(wish.other(), room));
        Entrance.start(story, cause);
        story.tell((conference, sequence) -> new ConferenceEscalated(conference, sequence, cause, wish.call()));
        enter(story, wish.presser(), Role.MODERATOR, cause, ids);
        enter(story, wish.other(), Role.PARTICIPANT, cause, ids);
        Entrance.open(story);
        story.ask(answer(wish, EscalationOutcome.ACCEPTED));
        story.roster().members().forEach(member -> Entrance.welcome(story, member));
        return story.accepted();
    }

    private static void enter(Story story, Dialog dialog, Role role, Cause cause, NewIds ids) {
        story.roster()
                .find(dialog.id())
                .ifPresent(leg -> Entrance.admit(
                        story, leg, role, cause, role == Role.MODERATOR ? ids.participant() : ids.otherParticipant()));
    }
}
