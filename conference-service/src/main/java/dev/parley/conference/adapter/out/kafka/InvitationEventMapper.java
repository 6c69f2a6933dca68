package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.InvitationOutcome;
import dev.parley.conference.domain.InvitationStage;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.conference.InvitationEvent.Outcome;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of invitations, as the contracts tell it. */
final class InvitationEventMapper {
    private InvitationEventMapper() {}

    static InvitationEvent toContract(RoomId room, ConferenceEvent.InvitationRequested event) {
        return new InvitationEvent.InvitationRequested(
                room,
                event.conference(),
                event.sequence(),
                EventMapper.cause(event.cause()),
                event.invitation().id(),
                event.dialog().id(),
                event.dialog().party().shown(),
                EventMapper.role(event.invitation().role()),
                event.invitation().inviter());
    }

    static InvitationEvent toContract(RoomId room, ConferenceEvent.InvitationProgressed event) {
        return new InvitationEvent.InvitationProgressed(
                room,
                event.conference(),
                event.sequence(),
                EventMapper.cause(event.cause()),
                event.invitation(),
                stage(event.stage()));
    }

    static InvitationEvent toContract(RoomId room, ConferenceEvent.InvitationEnded event) {
        return switch (event.outcome()) {
            case InvitationOutcome.Answered(ParticipantId participant) ->
                ended(room, event, Outcome.ANSWERED, Optional.empty(), OptionalInt.empty(), Optional.of(participant));
            case InvitationOutcome.Failed(CallFailure failure, OptionalInt status) ->
                ended(room, event, Outcome.FAILED, Optional.of(failure(failure)), status, Optional.empty());
            case InvitationOutcome.Cancelled _ ->
                ended(room, event, Outcome.CANCELLED, Optional.empty(), OptionalInt.empty(), Optional.empty());
        };
    }

    private static InvitationEvent ended(
            RoomId room,
            ConferenceEvent.InvitationEnded event,
            Outcome outcome,
            Optional<InvitationEvent.Failure> failure,
            OptionalInt status,
            Optional<ParticipantId> participant) {
        return new InvitationEvent.InvitationEnded(
                room,
                event.conference(),
                event.sequence(),
                EventMapper.cause(event.cause()),
                event.invitation(),
                outcome,
                failure,
                status,
                participant);
    }

    private static InvitationEvent.Stage stage(InvitationStage stage) {
        return switch (stage) {
            case DIALLING -> throw new IllegalArgumentException("Dialling is no progress");
            case RINGING -> InvitationEvent.Stage.RINGING;
            case EARLY_MEDIA -> InvitationEvent.Stage.EARLY_MEDIA;
        };
    }

    static InvitationEvent.Failure failure(CallFailure value) {
        return switch (value) {
            case BUSY -> InvitationEvent.Failure.BUSY;
            case DECLINED -> InvitationEvent.Failure.DECLINED;
            case NO_ANSWER -> InvitationEvent.Failure.NO_ANSWER;
            case UNREACHABLE -> InvitationEvent.Failure.UNREACHABLE;
            case ERROR -> InvitationEvent.Failure.ERROR;
        };
    }
}
