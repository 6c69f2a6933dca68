package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.Cause;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.EndReason;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.conference.RecordingEvent;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/** What happened, as the contracts tell it. */
final class EventMapper {
    private EventMapper() {}

    static dev.parley.contracts.conference.ConferenceEvent toContract(RoomId room, ConferenceEvent.Told told) {
        return switch (told) {
            case ConferenceEvent.ToldOfParticipant event -> ParticipantEventMapper.toContract(room, event);
            case ConferenceEvent.ConferenceStarted event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.ConferenceEscalated event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceEscalated(
                        room, event.conference(), event.sequence(), cause(event.cause()), event.call());
            case ConferenceEvent.ToldOfConsultation event -> ConsultationEventMapper.toContract(room, event);
            case ConferenceEvent.ParticipantJoined event ->
                new dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        event.participant(),
                        event.leg(),
                        event.number(),
                        role(event.role()),
                        event.invitation());
            case ConferenceEvent.ParticipantLeft event ->
                new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        event.participant(),
                        reason(event.reason()));
            case ConferenceEvent.ConferenceEnded event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        Optional.of(reason(event.reason())));
            case ConferenceEvent.ConferenceOpened event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceOpened(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.ConferenceLocked event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceLocked(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.ConferenceUnlocked event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceUnlocked(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.AllMuted event ->
                new dev.parley.contracts.conference.ConferenceEvent.AllMuted(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.AllUnmuted event ->
                new dev.parley.contracts.conference.ConferenceEvent.AllUnmuted(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.AnnouncementMade event ->
                new dev.parley.contracts.conference.ConferenceEvent.AnnouncementMade(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        event.prompts().stream().map(Prompt::id).toList(),
                        event.participant());
            case ConferenceEvent.InvitationRequested event -> InvitationEventMapper.toContract(room, event);
            case ConferenceEvent.InvitationProgressed event -> InvitationEventMapper.toContract(room, event);
            case ConferenceEvent.InvitationEnded event -> InvitationEventMapper.toContract(room, event);
            case ConferenceEvent.RecordingStarted event ->
                new RecordingEvent.RecordingStarted(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        event.recording(),
                        event.participant());
            case ConferenceEvent.RecordingStopped event ->
                new RecordingEvent.RecordingStopped(
                        room, event.conference(), event.sequence(), cause(event.cause()), event.recording());
        };
    }

    static dev.parley.contracts.conference.Cause cause(Cause cause) {
        return switch (cause) {
            case SIP -> dev.parley.contracts.conference.Cause.SIP;
            case KEYPAD -> dev.parley.contracts.conference.Cause.KEYPAD;
            case API -> dev.parley.contracts.conference.Cause.API;
            case POLICY -> dev.parley.contracts.conference.Cause.POLICY;
        };
    }

    static dev.parley.contracts.conference.ConferenceEvent.Role role(Role value) {
        return switch (value) {
            case MODERATOR -> dev.parley.contracts.conference.ConferenceEvent.Role.MODERATOR;
            case PARTICIPANT -> dev.parley.contracts.conference.ConferenceEvent.Role.PARTICIPANT;
        };
    }

    static dev.parley.contracts.conference.ConferenceEvent.LeaveReason reason(LeaveReason value) {
        return switch (value) {
            case HUNG_UP -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.HUNG_UP;
            case LOST -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.LOST;
            case REMOVED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.REMOVED;
            case MEDIA_FAILED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.MEDIA_FAILED;
            case KICKED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.KICKED;
            case ENDED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.ENDED;
        };
    }

    static dev.parley.contracts.conference.ConferenceEvent.EndReason reason(EndReason value) {
        return switch (value) {
            case LAST_LEFT -> dev.parley.contracts.conference.ConferenceEvent.EndReason.LAST_LEFT;
            case MODERATOR_LEFT -> dev.parley.contracts.conference.ConferenceEvent.EndReason.MODERATOR_LEFT;
            case OWNER_LEFT -> dev.parley.contracts.conference.ConferenceEvent.EndReason.OWNER_LEFT;
            case ENDED_FOR_ALL -> dev.parley.contracts.conference.ConferenceEvent.EndReason.ENDED_FOR_ALL;
            case NOBODY_CAME -> dev.parley.contracts.conference.ConferenceEvent.EndReason.NOBODY_CAME;
        };
    }
}
