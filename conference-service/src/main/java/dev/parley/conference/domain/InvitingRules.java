package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.RoomEntered;
import dev.parley.conference.domain.ConferenceState.Idle;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.conference.domain.Request.Invite;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Bringing somebody in (R2, R12, R13): who may, one at a time, and who may be dropped again.
 *
 * <p>By the API a conference may begin with that: its first participant is called.
 */
final class InvitingRules {
    /** Longer than call-control lets it ring, so that its outcome comes first if it lives. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private InvitingRules() {}

    static Optional<Rejection> invite(Story story, Invite invite, Asker asker) {
        Optional<RoomPolicy> policy = policy(story);
        if (policy.isEmpty()) {
            return Optional.of(Rejection.ROOM_UNKNOWN);
        }
        Dialling dialling = story.facts().dialling().orElse(Dialling.NOBODY);
        Optional<Rejection> objection = asker.member()
                .flatMap(member -> objection(story, member))
                .or(() -> objection(story, policy.get(), invite.role()))
                .or(dialling::objection);
        if (objection.isEmpty()) {
            dialling.to().ifPresent(party -> call(story, policy.get(), party, invite, asker));
        }
        return objection;
    }

    private static Optional<RoomPolicy> policy(Story story) {
        return story.state() instanceof ConferenceState.Live live
                ? Optional.of(live.policy())
                : story.facts().room();
    }

    /** Why this participant may not. In a local conference whoever tries hears of the call that is being placed (R12). */
    private static Optional<Rejection> objection(Story story, Leg.Member member) {
        Manners manners = story.manners();
        boolean dialling = story.roster().invited().stream()
                .anyMatch(leg -> manners.isLocal() || leg.invitation().isOf(member.participant()));
        if (dialling) {
            return Optional.of(Rejection.ALREADY_DIALLING);
        }
        if (!member.party().inside() || (manners.isLocal() && !manners.isOwner(member.party()))) {
            return Optional.of(Rejection.NOT_ALLOWED);
        }
        return story.live().course().locked() && !member.isModerator()
                ? Optional.of(Rejection.ROOM_LOCKED)
                : Optional.empty();
    }

    /** Why nobody may. */
    private static Optional<Rejection> objection(Story story, RoomPolicy policy, Role role) {
        Manners manners = policy.manners();
        boolean mayBegin = !manners.isLocal() && (!manners.needsAdministrator() || role == Role.MODERATOR);
        if (story.conference().isEmpty() && !mayBegin) {
            return Optional.of(Rejection.NO_CONFERENCE);
        }
        if (story.roster().seatsTaken() >= policy.seats()) {
            return Optional.of(Rejection.ROOM_FULL);
        }
        return AdmissionRules.exhausted(story.state(), story.facts().tenant())
                ? Optional.of(Rejection.TENANT_EXHAUSTED)
                : Optional.empty();
    }

    private static void call(Story story, RoomPolicy policy, Party party, Invite invite, Asker asker) {
        if (story.state() instanceof Idle) {
            story.happens(new RoomEntered(policy));
        }
        if (story.conference().isEmpty()) {
            Entrance.start(story, asker.cause());
        }
        LegId leg = story.facts().ids().leg();
        Dialog dialog = new Dialog(leg, instance(story, asker), party, false);
        Invitation invitation = new Invitation(
                story.facts().ids().invitation(),
                asker.member().map(Leg.Member::participant),
                invite.role(),
                invite.earlyMedia());
        story.tell((conference, sequence) ->
                        new InvitationRequested(conference, sequence, asker.cause(), dialog, invitation))
                .ask(new PlaceCall(
                        leg, dialog.instance(), party.number(), invite.caller(), invite.ring(), story.call()))
                .ask(new Effect.StartTimer(
                        leg, story.facts().now().plus(invite.ring()).plus(GRACE)));
    }

    /** The one that holds the inviter's own leg, or else that of somebody who is in. */
    private static int instance(Story story, Asker asker) {
        return asker.member()
                .or(() -> story.roster().members().stream().findFirst())
                .map(Leg::instance)
                .orElse(story.facts().tenant().instance());
    }

    static Optional<Rejection> cancel(Story story, InvitationId id, Cause cause) {
        Optional<Leg.Invited> invited = story.roster().find(id);
        if (invited.isEmpty()) {
            return Optional.of(Rejection.NO_SUCH_INVITATION);
        }
        CallRules.cancel(story, invited.get(), cause);
        Departure.endIfDeserted(story, cause);
        return Optional.empty();
    }

    /** Drops whom this participant has called last: an outside number at any stage, an extension until it answers (R13). */
    static Optional<Rejection> dropLast(Story story, Leg.Member inviter) {
        List<Leg> called = story.roster().legs().stream()
                .filter(leg -> invitation(leg)
                        .filter(invitation -> invitation.isOf(inviter.participant()))
                        .isPresent())
                .toList();
        if (called.isEmpty()) {
            return Optional.of(Rejection.NOTHING_TO_DROP);
        }
        return switch (called.getLast()) {
            case Leg.Invited pending -> {
                CallRules.cancel(story, pending, Cause.KEYPAD);
                yield Optional.empty();
            }
            case Leg.Member answered
            when !answered.party().inside() -> {
                Departure.part(story.hangUp(answered), answered, LeaveReason.REMOVED, Cause.KEYPAD);
                yield Optional.empty();
            }
            case Leg.Member _, Leg.Opening _, Leg.EnteringPin _, Leg.Naming _, Leg.Consulted _, Leg.Leaving _ ->
                Optional.of(Rejection.NOTHING_TO_DROP);
        };
    }

    private static Optional<Invitation> invitation(Leg leg) {
        return switch (leg) {
            case Leg.Invited invited -> Optional.of(invited.invitation());
            case Leg.Member member -> member.invitation();
            case Leg.Opening _, Leg.EnteringPin _, Leg.Naming _, Leg.Consulted _, Leg.Leaving _ -> Optional.empty();
        };
    }
}
