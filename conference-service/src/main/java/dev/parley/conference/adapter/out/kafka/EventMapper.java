package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.Cause;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.RoomId;

/** What happened, as the contracts tell it. */
final class EventMapper {
    private EventMapper() {}

    static dev.parley.contracts.conference.ConferenceEvent toContract(RoomId room, ConferenceEvent.Told told) {
        return switch (told) {
            case ConferenceEvent.ConferenceStarted event ->
                new dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted(
                        room, event.conference(), event.sequence(), cause(event.cause()));
            case ConferenceEvent.ParticipantJoined event ->
                new dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined(
                        room,
                        event.conference(),
                        event.sequence(),
                        cause(event.cause()),
                        event.participant(),
                        event.leg(),
                        event.number(),
                        role(event.role()));
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
                        room, event.conference(), event.sequence(), cause(event.cause()));
        };
    }

    private static dev.parley.contracts.conference.Cause cause(Cause cause) {
        return switch (cause) {
            case SIP -> dev.parley.contracts.conference.Cause.SIP;
            case KEYPAD -> dev.parley.contracts.conference.Cause.KEYPAD;
            case API -> dev.parley.contracts.conference.Cause.API;
            case POLICY -> dev.parley.contracts.conference.Cause.POLICY;
        };
    }

    private static dev.parley.contracts.conference.ConferenceEvent.Role role(Role role) {
        return switch (role) {
            case MODERATOR -> dev.parley.contracts.conference.ConferenceEvent.Role.MODERATOR;
            case PARTICIPANT -> dev.parley.contracts.conference.ConferenceEvent.Role.PARTICIPANT;
        };
    }

    private static dev.parley.contracts.conference.ConferenceEvent.LeaveReason reason(LeaveReason reason) {
        return switch (reason) {
            case HUNG_UP -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.HUNG_UP;
            case LOST -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.LOST;
            case REMOVED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.REMOVED;
            case MEDIA_FAILED -> dev.parley.contracts.conference.ConferenceEvent.LeaveReason.MEDIA_FAILED;
        };
    }
}
