package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.AllMuted;
import dev.parley.conference.domain.ConferenceEvent.AllUnmuted;
import dev.parley.conference.domain.ConferenceEvent.AnnouncementMade;
import dev.parley.conference.domain.ConferenceEvent.ConferenceLocked;
import dev.parley.conference.domain.ConferenceEvent.ConferenceUnlocked;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.Request.Announce;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked of a conference as a whole; the same by keys and by the API (R23).
 *
 * <p>A rule says why it does nothing, or does it and says nothing: {@code Optional<Rejection>}.
 */
final class RequestRules {
    private RequestRules() {}

    static Decision decide(ConferenceState state, Request request, Facts facts) {
        Story story = new Story(state, facts);
        return carryOut(story, request, Asker.API).map(Decision::rejected).orElseGet(story::accepted);
    }

    static Optional<Rejection> carryOut(Story story, Request request, Asker asker) {
        if (request instanceof Request.Invite invite) {
            return InvitingRules.invite(story, invite, asker);
        }
        return story.conference().isPresent()
                ? inConference(story, request, asker)
                : Optional.of(Rejection.NO_CONFERENCE);
    }

    private static Optional<Rejection> inConference(Story story, Request request, Asker asker) {
        Cause cause = asker.cause();
        return switch (request) {
            case Request.OfParticipant about -> ParticipantRules.carryOut(story, about, cause);
            case Request.MuteAll _ -> muteAll(story, cause);
            case Request.UnmuteAll _ -> unmuteAll(story, cause);
            case Request.Lock _ -> lock(story, true, cause);
            case Request.Unlock _ -> lock(story, false, cause);
            case Request.StartRecording _ -> startRecording(story, cause);
            case Request.StopRecording _ -> stopRecording(story, cause);
            case Request.End _ ->
                Departure.end(story, EndReason.ENDED_FOR_ALL, cause).unopposed();
            case Announce announce -> announce(story, announce, cause);
            case Request.Invite invite -> InvitingRules.invite(story, invite, asker);
            case Request.Consult consult -> ConsultationRules.consult(story, consult, cause);
            case Request.MergeConsultation(var id) ->
                consultation(story, id, aside -> ConsultationRules.merge(story, aside, cause));
            case Request.EndConsultation(var id) ->
                consultation(
                        story,
                        id,
                        aside -> ConsultationRules.comeBack(story, aside, cause).unopposed());
            case Request.CancelInvitation(var id) -> InvitingRules.cancel(story, id, cause);
        };
    }

    private static Optional<Rejection> consultation(
            Story story, ConsultationId id, Function<Consultation, Optional<Rejection>> rule) {
        return story.live().consultations().find(id).map(rule).orElse(Optional.of(Rejection.NO_SUCH_CONSULTATION));
    }

    private static Optional<Rejection> muteAll(Story story, Cause cause) {
        List<Leg.Member> heardUntilNow = story.roster().members().stream()
                .filter(member -> !member.isModerator() && !member.voice().mutedByPolicy())
                .toList();
        if (story.live().course().moderated() && heardUntilNow.isEmpty()) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        story.tell((conference, sequence) -> new AllMuted(conference, sequence, cause));
        heardUntilNow.forEach(member -> story.say(member, Prompt.MUTED_BY_MODERATOR));
        return Optional.empty();
    }

    private static Optional<Rejection> unmuteAll(Story story, Cause cause) {
        List<ParticipantId> mutedUntilNow = story.roster().members().stream()
                .filter(member -> member.voice().mutedByPolicy())
                .map(Leg.Member::participant)
                .toList();
        if (!story.live().course().moderated() && mutedUntilNow.isEmpty()) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        story.tell((conference, sequence) -> new AllUnmuted(conference, sequence, cause));
        mutedUntilNow.stream()
                .flatMap(id -> story.roster().find(id).stream())
                .forEach(member -> ParticipantRules.sayWhetherHeard(story, member));
        return Optional.empty();
    }

    private static Optional<Rejection> lock(Story story, boolean on, Cause cause) {
        if (story.live().course().locked() == on) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        return story.tell((conference, sequence) -> on
                        ? new ConferenceLocked(conference, sequence, cause)
                        : new ConferenceUnlocked(conference, sequence, cause))
                .unopposed();
    }

    private static Optional<Rejection> startRecording(Story story, Cause cause) {
        if (story.live().course().recording().isPresent()) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        RecordingId recording = story.facts().ids().recording();
        return story.tell((conference, sequence) ->
                        new RecordingStarted(conference, sequence, cause, recording, Optional.empty()))
                .sayToAll(List.of(Prompt.RECORDING_STARTED))
                .unopposed();
    }

    private static Optional<Rejection> stopRecording(Story story, Cause cause) {
        Optional<RecordingId> recording = story.live().course().recording();
        if (recording.isEmpty()) {
            return Optional.of(Rejection.NOTHING_CHANGES);
        }
        return story.tell((conference, sequence) ->
                        new RecordingStopped(conference, sequence, cause, recording.get(), Optional.empty()))
                .sayToAll(List.of(Prompt.RECORDING_STOPPED))
                .unopposed();
    }

    private static Optional<Rejection> announce(Story story, Announce announce, Cause cause) {
        Live live = story.live();
        List<Leg.Member> to = announce.participant()
                .map(id -> live.roster().find(id).stream().toList())
                .orElseGet(live.roster()::members);
        if (to.isEmpty() && announce.participant().isPresent()) {
            return Optional.of(Rejection.NO_SUCH_PARTICIPANT);
        }
        story.tell((conference, sequence) ->
                new AnnouncementMade(conference, sequence, cause, announce.prompts(), announce.participant()));
        to.forEach(member -> story.say(member, announce.prompts()));
        return Optional.empty();
    }
}
