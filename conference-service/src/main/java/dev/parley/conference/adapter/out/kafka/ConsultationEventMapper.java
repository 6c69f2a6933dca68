package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConsultationOutcome;
import dev.parley.conference.domain.ConsultationStage;
import dev.parley.contracts.conference.ConsultationEvent;
import dev.parley.contracts.conference.ConsultationEvent.Outcome;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of those who went aside, as the contracts tell it. */
final class ConsultationEventMapper {
    private ConsultationEventMapper() {}

    static ConsultationEvent toContract(RoomId room, ConferenceEvent.ToldOfConsultation told) {
        return switch (told) {
            case ConferenceEvent.ConsultationStarted event ->
                new ConsultationEvent.ConsultationStarted(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.consultation(),
                        event.participant());
            case ConferenceEvent.ConsultationDialled event ->
                new ConsultationEvent.ConsultationDialled(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.consultation(),
                        event.dialog().id(),
                        event.dialog().party().shown(),
                        event.supervised());
            case ConferenceEvent.ConsultationProgressed event ->
                new ConsultationEvent.ConsultationProgressed(
                        room,
                        event.conference(),
                        event.sequence(),
                        EventMapper.cause(event.cause()),
                        event.consultation(),
                        stage(event.stage()));
            case ConferenceEvent.ConsultationEnded event -> toContract(room, event);
        };
    }

    private static ConsultationEvent toContract(RoomId room, ConferenceEvent.ConsultationEnded event) {
        return switch (event.outcome()) {
            case ConsultationOutcome.Merged(ParticipantId participant) ->
                merged(room, event, Optional.of(participant), Optional.empty());
            case ConsultationOutcome.MergedEarly(InvitationId invitation) ->
                merged(room, event, Optional.empty(), Optional.of(invitation));
            case ConsultationOutcome.Failed(CallFailure failure, OptionalInt status) ->
                ended(
                        room,
                        event,
                        Outcome.FAILED,
                        Optional.of(InvitationEventMapper.failure(failure)),
                        status,
                        Optional.empty(),
                        Optional.empty());
            case ConsultationOutcome.Returned _ -> ended(room, event, Outcome.RETURNED);
            case ConsultationOutcome.HungUp _ -> ended(room, event, Outcome.HUNG_UP);
            case ConsultationOutcome.Abandoned _ -> ended(room, event, Outcome.ABANDONED);
        };
    }

    private static ConsultationEvent merged(
            RoomId room,
            ConferenceEvent.ConsultationEnded event,
            Optional<ParticipantId> participant,
            Optional<InvitationId> invitation) {
        return ended(room, event, Outcome.MERGED, Optional.empty(), OptionalInt.empty(), participant, invitation);
    }

    private static ConsultationEvent ended(RoomId room, ConferenceEvent.ConsultationEnded event, Outcome outcome) {
        return ended(room, event, outcome, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private static ConsultationEvent ended(
            RoomId room,
            ConferenceEvent.ConsultationEnded event,
            Outcome outcome,
            Optional<InvitationEvent.Failure> failure,
            OptionalInt status,
            Optional<ParticipantId> participant,
            Optional<InvitationId> invitation) {
        return new ConsultationEvent.ConsultationEnded(
                room,
                event.conference(),
                event.sequence(),
                EventMapper.cause(event.cause()),
                event.consultation(),
                outcome,
                failure,
                status,
                participant,
                invitation);
    }

    private static ConsultationEvent.Stage stage(ConsultationStage stage) {
        return switch (stage) {
            case COLLECTING, DIALLING -> throw new IllegalArgumentException("Dialling is no progress");
            case RINGING -> ConsultationEvent.Stage.RINGING;
            case EARLY_MEDIA -> ConsultationEvent.Stage.EARLY_MEDIA;
            case TALKING -> ConsultationEvent.Stage.TALKING;
        };
    }
}
