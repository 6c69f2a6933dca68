package dev.parley.conference.adapter.out.kafka;

import static dev.parley.contracts.conference.Cause.KEYPAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.Cause;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConsultationOutcome;
import dev.parley.conference.domain.ConsultationStage;
import dev.parley.conference.domain.Dialog;
import dev.parley.conference.domain.EndReason;
import dev.parley.conference.domain.Holding;
import dev.parley.conference.domain.Invitation;
import dev.parley.conference.domain.InvitationOutcome;
import dev.parley.conference.domain.InvitationStage;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Muting;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.conference.ConsultationEvent;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.conference.ParticipantEvent;
import dev.parley.contracts.conference.RecordingEvent;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of event that is told, with every value of its enumerations. */
class EventMapperTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final ConferenceId CONFERENCE = new ConferenceId("conference");
    private static final ParticipantId PARTICIPANT = new ParticipantId("participant");
    private static final InvitationId INVITATION = new InvitationId("invitation");
    private static final RecordingId RECORDING = new RecordingId("recording");
    private static final ConsultationId CONSULTATION = new ConsultationId("consultation");
    private static final RoomId CALL = new RoomId("demo:call-1");
    private static final LegId LEG = new LegId("leg");

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new ConferenceEvent.ConferenceStarted(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted(
                                ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.ParticipantJoined(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                PARTICIPANT,
                                LEG,
                                "801",
                                Role.MODERATOR,
                                Optional.of(INVITATION)),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                LEG,
                                "801",
                                dev.parley.contracts.conference.ConferenceEvent.Role.MODERATOR,
                                Optional.of(INVITATION))),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.HUNG_UP),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.HUNG_UP)),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.LOST),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.LOST)),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.REMOVED),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.REMOVED)),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.MEDIA_FAILED),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.MEDIA_FAILED)),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.KICKED),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.KICKED)),
                Arguments.of(
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, LEG, LeaveReason.ENDED),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.ENDED)),
                Arguments.of(
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 9, Cause.KEYPAD, EndReason.LAST_LEFT),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.LAST_LEFT))),
                Arguments.of(
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 9, Cause.KEYPAD, EndReason.MODERATOR_LEFT),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.MODERATOR_LEFT))),
                Arguments.of(
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 9, Cause.KEYPAD, EndReason.OWNER_LEFT),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.OWNER_LEFT))),
                Arguments.of(
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 9, Cause.KEYPAD, EndReason.ENDED_FOR_ALL),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.ENDED_FOR_ALL))),
                Arguments.of(
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 9, Cause.KEYPAD, EndReason.NOBODY_CAME),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.NOBODY_CAME))),
                Arguments.of(
                        new ConferenceEvent.ConferenceOpened(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceOpened(
                                ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.ConferenceLocked(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceLocked(
                                ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.ConferenceUnlocked(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceUnlocked(
                                ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.AllMuted(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.AllMuted(ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.AllUnmuted(CONFERENCE, 9, Cause.KEYPAD),
                        new dev.parley.contracts.conference.ConferenceEvent.AllUnmuted(ROOM, CONFERENCE, 9, KEYPAD)),
                Arguments.of(
                        new ConferenceEvent.AnnouncementMade(
                                CONFERENCE, 9, Cause.KEYPAD, List.of(Prompt.WELCOME), Optional.of(PARTICIPANT)),
                        new dev.parley.contracts.conference.ConferenceEvent.AnnouncementMade(
                                ROOM, CONFERENCE, 9, KEYPAD, List.of("welcome"), Optional.of(PARTICIPANT))),
                Arguments.of(
                        new ConferenceEvent.ParticipantMuted(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.SELF),
                        new ParticipantEvent.ParticipantMuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.SELF)),
                Arguments.of(
                        new ConferenceEvent.ParticipantUnmuted(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.SELF),
                        new ParticipantEvent.ParticipantUnmuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.SELF)),
                Arguments.of(
                        new ConferenceEvent.ParticipantMuted(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.MODERATOR),
                        new ParticipantEvent.ParticipantMuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.MODERATOR)),
                Arguments.of(
                        new ConferenceEvent.ParticipantUnmuted(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.MODERATOR),
                        new ParticipantEvent.ParticipantUnmuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.MODERATOR)),
                Arguments.of(
                        new ConferenceEvent.ParticipantMuted(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.POLICY),
                        new ParticipantEvent.ParticipantMuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.POLICY)),
                Arguments.of(
                        new ConferenceEvent.ParticipantUnmuted(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Muting.POLICY),
                        new ParticipantEvent.ParticipantUnmuted(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Muting.POLICY)),
                Arguments.of(
                        new ConferenceEvent.ParticipantDeafened(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT),
                        new ParticipantEvent.ParticipantDeafened(ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT)),
                Arguments.of(
                        new ConferenceEvent.ParticipantUndeafened(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT),
                        new ParticipantEvent.ParticipantUndeafened(ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT)),
                Arguments.of(
                        new ConferenceEvent.ParticipantHeld(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Holding.PHONE),
                        new ParticipantEvent.ParticipantHeld(
                                ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT, ParticipantEvent.Holding.PHONE)),
                Arguments.of(
                        new ConferenceEvent.ParticipantResumed(CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Holding.PHONE),
                        new ParticipantEvent.ParticipantResumed(
                                ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT, ParticipantEvent.Holding.PHONE)),
                Arguments.of(
                        new ConferenceEvent.ParticipantHeld(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Holding.MODERATOR),
                        new ParticipantEvent.ParticipantHeld(
                                ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT, ParticipantEvent.Holding.MODERATOR)),
                Arguments.of(
                        new ConferenceEvent.ParticipantResumed(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Holding.MODERATOR),
                        new ParticipantEvent.ParticipantResumed(
                                ROOM, CONFERENCE, 9, KEYPAD, PARTICIPANT, ParticipantEvent.Holding.MODERATOR)),
                Arguments.of(
                        new ConferenceEvent.ParticipantRoleChanged(
                                CONFERENCE, 9, Cause.KEYPAD, PARTICIPANT, Role.PARTICIPANT),
                        new ParticipantEvent.ParticipantRoleChanged(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.Role.PARTICIPANT)),
                Arguments.of(
                        new ConferenceEvent.InvitationRequested(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                new Dialog(LEG, 1, Party.outside("+49"), false),
                                new Invitation(INVITATION, Optional.of(PARTICIPANT), Role.PARTICIPANT, true)),
                        new InvitationEvent.InvitationRequested(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                LEG,
                                "+49",
                                dev.parley.contracts.conference.ConferenceEvent.Role.PARTICIPANT,
                                Optional.of(PARTICIPANT))),
                Arguments.of(
                        new ConferenceEvent.InvitationProgressed(
                                CONFERENCE, 9, Cause.KEYPAD, INVITATION, LEG, InvitationStage.RINGING),
                        new InvitationEvent.InvitationProgressed(
                                ROOM, CONFERENCE, 9, KEYPAD, INVITATION, InvitationEvent.Stage.RINGING)),
                Arguments.of(
                        new ConferenceEvent.InvitationProgressed(
                                CONFERENCE, 9, Cause.KEYPAD, INVITATION, LEG, InvitationStage.EARLY_MEDIA),
                        new InvitationEvent.InvitationProgressed(
                                ROOM, CONFERENCE, 9, KEYPAD, INVITATION, InvitationEvent.Stage.EARLY_MEDIA)),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Answered(PARTICIPANT)),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.ANSWERED,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of(PARTICIPANT))),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE, 9, Cause.KEYPAD, INVITATION, LEG, new InvitationOutcome.Cancelled()),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.CANCELLED,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Failed(CallFailure.BUSY, OptionalInt.of(486))),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.FAILED,
                                Optional.of(InvitationEvent.Failure.BUSY),
                                OptionalInt.of(486),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Failed(CallFailure.DECLINED, OptionalInt.of(486))),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.FAILED,
                                Optional.of(InvitationEvent.Failure.DECLINED),
                                OptionalInt.of(486),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Failed(CallFailure.NO_ANSWER, OptionalInt.of(486))),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.FAILED,
                                Optional.of(InvitationEvent.Failure.NO_ANSWER),
                                OptionalInt.of(486),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Failed(CallFailure.UNREACHABLE, OptionalInt.of(486))),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.FAILED,
                                Optional.of(InvitationEvent.Failure.UNREACHABLE),
                                OptionalInt.of(486),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.InvitationEnded(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                INVITATION,
                                LEG,
                                new InvitationOutcome.Failed(CallFailure.ERROR, OptionalInt.of(486))),
                        new InvitationEvent.InvitationEnded(
                                ROOM,
                                CONFERENCE,
                                9,
                                KEYPAD,
                                INVITATION,
                                InvitationEvent.Outcome.FAILED,
                                Optional.of(InvitationEvent.Failure.ERROR),
                                OptionalInt.of(486),
                                Optional.empty())),
                Arguments.of(
                        new ConferenceEvent.RecordingStarted(
                                CONFERENCE, 9, Cause.KEYPAD, RECORDING, Optional.of(PARTICIPANT)),
                        new RecordingEvent.RecordingStarted(
                                ROOM, CONFERENCE, 9, KEYPAD, RECORDING, Optional.of(PARTICIPANT))),
                Arguments.of(
                        new ConferenceEvent.ConferenceEscalated(CONFERENCE, 9, Cause.KEYPAD, CALL),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEscalated(
                                ROOM, CONFERENCE, 9, KEYPAD, CALL)),
                Arguments.of(
                        new ConferenceEvent.ConsultationStarted(CONFERENCE, 9, Cause.KEYPAD, CONSULTATION, PARTICIPANT),
                        new ConsultationEvent.ConsultationStarted(
                                ROOM, CONFERENCE, 9, KEYPAD, CONSULTATION, PARTICIPANT)),
                Arguments.of(
                        new ConferenceEvent.ConsultationDialled(
                                CONFERENCE,
                                9,
                                Cause.KEYPAD,
                                CONSULTATION,
                                new Dialog(LEG, 0, Party.outside("+491"), false),
                                false),
                        new ConsultationEvent.ConsultationDialled(
                                ROOM, CONFERENCE, 9, KEYPAD, CONSULTATION, LEG, "+491", false)),
                progressed(ConsultationStage.RINGING, ConsultationEvent.Stage.RINGING),
                progressed(ConsultationStage.EARLY_MEDIA, ConsultationEvent.Stage.EARLY_MEDIA),
                progressed(ConsultationStage.TALKING, ConsultationEvent.Stage.TALKING),
                ended(
                        new ConsultationOutcome.Merged(PARTICIPANT),
                        ConsultationEvent.Outcome.MERGED,
                        Optional.empty(),
                        Optional.of(PARTICIPANT),
                        Optional.empty()),
                ended(
                        new ConsultationOutcome.MergedEarly(INVITATION),
                        ConsultationEvent.Outcome.MERGED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(INVITATION)),
                ended(
                        new ConsultationOutcome.Failed(CallFailure.BUSY, OptionalInt.of(486)),
                        ConsultationEvent.Outcome.FAILED,
                        Optional.of(InvitationEvent.Failure.BUSY),
                        Optional.empty(),
                        Optional.empty()),
                ended(new ConsultationOutcome.Returned(), ConsultationEvent.Outcome.RETURNED),
                ended(new ConsultationOutcome.HungUp(), ConsultationEvent.Outcome.HUNG_UP),
                ended(new ConsultationOutcome.Abandoned(), ConsultationEvent.Outcome.ABANDONED),
                Arguments.of(
                        new ConferenceEvent.RecordingStopped(CONFERENCE, 9, Cause.KEYPAD, RECORDING, Optional.empty()),
                        new RecordingEvent.RecordingStopped(ROOM, CONFERENCE, 9, KEYPAD, RECORDING)));
    }

    private static Arguments progressed(ConsultationStage stage, ConsultationEvent.Stage told) {
        return Arguments.of(
                new ConferenceEvent.ConsultationProgressed(CONFERENCE, 9, Cause.KEYPAD, CONSULTATION, stage),
                new ConsultationEvent.ConsultationProgressed(ROOM, CONFERENCE, 9, KEYPAD, CONSULTATION, told));
    }

    private static Arguments ended(ConsultationOutcome outcome, ConsultationEvent.Outcome told) {
        return ended(outcome, told, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Arguments ended(
            ConsultationOutcome outcome,
            ConsultationEvent.Outcome told,
            Optional<InvitationEvent.Failure> failure,
            Optional<ParticipantId> participant,
            Optional<InvitationId> invitation) {
        return Arguments.of(
                new ConferenceEvent.ConsultationEnded(
                        CONFERENCE, 9, Cause.KEYPAD, CONSULTATION, Optional.of(LEG), outcome),
                new ConsultationEvent.ConsultationEnded(
                        ROOM,
                        CONFERENCE,
                        9,
                        KEYPAD,
                        CONSULTATION,
                        told,
                        failure,
                        failure.isPresent() ? OptionalInt.of(486) : OptionalInt.empty(),
                        participant,
                        invitation));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsToldAsItIs(ConferenceEvent.Told event, dev.parley.contracts.conference.ConferenceEvent expected) {
        assertThat(EventMapper.toContract(ROOM, event)).isEqualTo(expected);
    }

    @Test
    void noKindIsForgotten() {
        assertThat(events().map(arguments -> arguments.get()[0].getClass().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(ConferenceEvent.Told.class).toList());
    }

    private static Stream<String> kinds(Class<?> family) {
        return Arrays.stream(Objects.requireNonNull(family.getPermittedSubclasses()))
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind.getSimpleName()));
    }
}
