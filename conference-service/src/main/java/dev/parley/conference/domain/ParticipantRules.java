package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.ParticipantDeafened;
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantMuted;
import dev.parley.conference.domain.ConferenceEvent.ParticipantResumed;
import dev.parley.conference.domain.ConferenceEvent.ParticipantRoleChanged;
import dev.parley.conference.domain.ConferenceEvent.ParticipantUndeafened;
import dev.parley.conference.domain.ConferenceEvent.ParticipantUnmuted;
import dev.parley.conference.domain.Request.AssignRole;
import dev.parley.conference.domain.Request.Deafen;
import dev.parley.conference.domain.Request.Kick;
import dev.parley.conference.domain.Request.Mute;
import dev.parley.conference.domain.Request.OfParticipant;
import dev.parley.conference.domain.Request.PutOnHold;
import dev.parley.conference.domain.Request.TakeOffHold;
import dev.parley.conference.domain.Request.Undeafen;
import dev.parley.conference.domain.Request.Unmute;
import dev.parley.contracts.id.ParticipantId;
import java.util.Optional;

/** What is asked about one participant; it is told in its own ear what that means (R6). */
final class ParticipantRules {
    private ParticipantRules() {}

    static Optional<Rejection> carryOut(Story story, OfParticipant request, Cause cause) {
        return story.roster()
                .find(request.participant())
                .map(member -> carryOut(story, member, request, cause))
                .orElse(Optional.of(Rejection.NO_SUCH_PARTICIPANT));
    }

    private static Optional<Rejection> carryOut(Story story, Leg.Member member, OfParticipant request, Cause cause) {
        ParticipantId id = member.participant();
        Voice voice = member.voice();
        return switch (request) {
            case Mute(var _, Muting by)
            when by == Muting.POLICY && member.isModerator() -> Optional.of(Rejection.NOT_ALLOWED);
            case Mute(var _, Muting by) ->
                voiced(
                        story,
                        member,
                        !voice.isMuted(by),
                        (conference, sequence) -> new ParticipantMuted(conference, sequence, cause, id, by));
            case Unmute(var _, Muting by) ->
                voiced(
                        story,
                        member,
                        voice.isMuted(by),
                        (conference, sequence) -> new ParticipantUnmuted(conference, sequence, cause, id, by));
            case Deafen _ ->
                told(
                        story,
                        !voice.deaf(),
                        (conference, sequence) -> new ParticipantDeafened(conference, sequence, cause, id));
            case Undeafen _ ->
                told(
                        story,
                        voice.deaf(),
                        (conference, sequence) -> new ParticipantUndeafened(conference, sequence, cause, id));
            case PutOnHold _ ->
                told(
                        story,
                        !voice.onHold(),
                        (conference, sequence) ->
                                new ParticipantHeld(conference, sequence, cause, id, Holding.MODERATOR));
            case TakeOffHold _ ->
                told(
                        story,
                        voice.onHold(),
                        (conference, sequence) ->
                                new ParticipantResumed(conference, sequence, cause, id, Holding.MODERATOR));
            case Kick _ -> {
                Departure.part(story, member, LeaveReason.KICKED, cause);
                yield Optional.empty();
            }
            case AssignRole(var _, Role role) -> {
                Optional<Rejection> rejection = told(
                        story,
                        member.role() != role,
                        (conference, sequence) -> new ParticipantRoleChanged(conference, sequence, cause, id, role));
                Entrance.open(story);
                yield rejection;
            }
        };
    }

    private static Optional<Rejection> told(Story story, boolean changes, Story.Teller teller) {
        if (!changes) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        story.tell(teller);
        return Optional.empty();
    }

    private static Optional<Rejection> voiced(Story story, Leg.Member member, boolean changes, Story.Teller teller) {
        Optional<Rejection> rejection = told(story, changes, teller);
        if (rejection.isEmpty()) {
            story.roster().find(member.participant()).ifPresent(changed -> sayWhetherHeard(story, changed));
        }
        return rejection;
    }

    /** What others did to one counts before what one did oneself: that one cannot undo. */
    static void sayWhetherHeard(Story story, Leg.Member member) {
        Voice voice = member.voice();
        if (voice.mutedByModerator() || voice.mutedByPolicy()) {
            story.say(member, Prompt.MUTED_BY_MODERATOR);
        } else {
            story.say(member, voice.mutedBySelf() ? Prompt.MUTED : Prompt.UNMUTED);
        }
    }
}
