package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Holding;
import dev.parley.conference.domain.Muting;
import dev.parley.contracts.conference.ParticipantEvent;
import dev.parley.contracts.id.RoomId;

/** What happened to one participant, as the contracts tell it. */
final class ParticipantEventMapper {
    private ParticipantEventMapper() {}

    static ParticipantEvent toContract(RoomId room, ConferenceEvent.ToldOfParticipant told) {
        return switch (told) {
            case ConferenceEvent.ParticipantMuted event ->
                new ParticipantEvent.ParticipantMuted(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant(),
                        by(event.by()));
            case ConferenceEvent.ParticipantUnmuted event ->
                new ParticipantEvent.ParticipantUnmuted(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant(),
                        by(event.by()));
            case ConferenceEvent.ParticipantDeafened event ->
                new ParticipantEvent.ParticipantDeafened(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant());
            case ConferenceEvent.ParticipantUndeafened event ->
                new ParticipantEvent.ParticipantUndeafened(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant());
            case ConferenceEvent.ParticipantHeld event ->
                new ParticipantEvent.ParticipantHeld(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant(),
                        by(event.by()));
            case ConferenceEvent.ParticipantResumed event ->
                new ParticipantEvent.ParticipantResumed(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant(),
                        by(event.by()));
            case ConferenceEvent.ParticipantRoleChanged event ->
                new ParticipantEvent.ParticipantRoleChanged(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.participant(),
                        EventMapper.role(event.role()));
        };
    }

    private static dev.parley.contracts.conference.ConferenceEvent.Muting by(Muting value) {
        return switch (value) {
            case SELF -> dev.parley.contracts.conference.ConferenceEvent.Muting.SELF;
            case MODERATOR -> dev.parley.contracts.conference.ConferenceEvent.Muting.MODERATOR;
            case POLICY -> dev.parley.contracts.conference.ConferenceEvent.Muting.POLICY;
        };
    }

    private static ParticipantEvent.Holding by(Holding value) {
        return switch (value) {
            case PHONE -> ParticipantEvent.Holding.PHONE;
            case MODERATOR -> ParticipantEvent.Holding.MODERATOR;
        };
    }
}
