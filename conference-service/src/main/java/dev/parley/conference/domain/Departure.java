package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.util.List;
import java.util.Optional;

/** Leaving a conference, and what follows: it ends with its last participant, its last moderator or its owner. */
final class Departure {
    private Departure() {}

    /** Takes the member out of the conference, which may end by that. */
    static Story part(Story story, Leg.Member member, LeaveReason reason, Cause cause) {
        leave(story, member, reason, cause);
        if (story.roster().members().isEmpty()) {
            return end(story, EndReason.LAST_LEFT, cause);
        }
        return switch (story.manners().endsWith()) {
            case LAST -> story;
            case LAST_MODERATOR ->
                member.isModerator() && !story.roster().hasModerator()
                        ? end(story, EndReason.MODERATOR_LEFT, Cause.POLICY)
                        : story;
            case OWNER -> isLastOfOwner(story, member) ? end(story, EndReason.OWNER_LEFT, Cause.POLICY) : story;
        };
    }

    private static boolean isLastOfOwner(Story story, Leg.Member member) {
        Manners manners = story.manners();
        return manners.isOwner(member.party())
                && story.roster().members().stream().noneMatch(other -> manners.isOwner(other.party()));
    }

    private static void leave(Story story, Leg.Member member, LeaveReason reason, Cause cause) {
        Optional<Consultation> aside = story.live().consultations().of(member.participant());
        aside.ifPresent(one -> ConsultationRules.abandon(story, one, cause));
        member.recording()
                .ifPresent(recording -> story.tell((conference, sequence) -> new RecordingStopped(
                        conference, sequence, Cause.POLICY, recording, Optional.of(member.participant()))));
        story.tell((conference, sequence) ->
                new ParticipantLeft(conference, sequence, cause, member.participant(), member.id(), reason));
        if (reason.isTold()) {
            aside.filter(one -> !one.stage().isHeard()).ifPresent(_ -> story.ask(new StopPrompts(member.id())));
            story.farewell(
                    member,
                    List.of(reason == LeaveReason.KICKED ? Prompt.REMOVED : Prompt.CONFERENCE_ENDED, Prompt.GOODBYE));
            return;
        }
        if (!member.keys().isEmpty() || aside.filter(Consultation::isCollecting).isPresent()) {
            story.ask(new CancelTimer(member.id()));
        }
        story.ask(new CloseLeg(member.id()));
    }

    /** Ends the conference for all who are in it, and takes back all invitations. */
    static Story end(Story story, EndReason reason, Cause cause) {
        story.roster().invited().forEach(invited -> CallRules.cancel(story, invited, cause));
        story.roster().members().forEach(member -> leave(story, member, LeaveReason.ENDED, cause));
        story.live()
                .course()
                .recording()
                .ifPresent(recording -> story.tell((conference, sequence) ->
                        new RecordingStopped(conference, sequence, Cause.POLICY, recording, Optional.empty())));
        return story.tell((conference, sequence) -> new ConferenceEnded(conference, sequence, cause, reason));
    }

    /** Ends a conference into which nobody has come, and nobody will. */
    static Story endIfDeserted(Story story, Cause cause) {
        return story.live().isDeserted() ? end(story, EndReason.NOBODY_CAME, cause) : story;
    }
}
