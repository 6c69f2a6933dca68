package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;

/** What happened in a room. Never refused, never changed once stored. */
public sealed interface ConferenceEvent {
    /** The room is being used, although nobody has arrived: somebody is to be called. */
    record RoomEntered(RoomPolicy policy) implements ConferenceEvent {}

    /** The room goes on where a two-party call was: its media is there, and its legs come next (R21). */
    record CallTakenOver(RoomId call, RoomPolicy policy) implements ConferenceEvent {}

    /** A leg is let through to the room's door; takes a seat unless it has to enter a PIN first. */
    record LegExpected(Dialog dialog, RoomPolicy policy) implements ConferenceEvent {}

    record PinAsked(LegId leg) implements ConferenceEvent {}

    record DigitTaken(LegId leg, char digit) implements ConferenceEvent {
        /** Without the digit, which may be part of a PIN. */
        @Override
        public String toString() {
            return "DigitTaken[leg=" + leg + "]";
        }
    }

    record EntryCleared(LegId leg) implements ConferenceEvent {}

    /**
     * The entry was wrong or never came; another one may be tried.
     *
     * @param pause whether that is told only after a while, because there was too much guessing
     */
    record EntryFailed(LegId leg, boolean pause) implements ConferenceEvent {}

    /** The pause is over. */
    record EntryReopened(LegId leg) implements ConferenceEvent {}

    /** Is let in, and asked for its name first. */
    record NameAsked(LegId leg, Role role, Cause cause) implements ConferenceEvent {}

    /** The question is over, and the answer is being recorded. */
    record NameAwaited(LegId leg) implements ConferenceEvent {}

    /** Not let in; to be hung up on. */
    record LegDismissed(LegId leg) implements ConferenceEvent {}

    /** The phone of a leg that is no participant holds. */
    record LegHeld(LegId leg) implements ConferenceEvent {}

    record LegResumed(LegId leg) implements ConferenceEvent {}

    /** A leg that was no participant is no longer here. */
    record LegGone(LegId leg) implements ConferenceEvent {}

    /** A participant has pressed so much of what may become a key sequence; nothing: it has become one, or means nothing. */
    record KeysCollected(LegId leg, String keys) implements ConferenceEvent {
        /** Without the keys, which may be a number. */
        @Override
        public String toString() {
            return "KeysCollected[leg=" + leg + "]";
        }
    }

    /** Part of the conference's public story: numbered from 1, without a gap. */
    sealed interface Told extends ConferenceEvent {
        ConferenceId conference();

        long sequence();

        Cause cause();
    }

    /** Told about one participant who is in. */
    sealed interface ToldOfParticipant extends Told {
        ParticipantId participant();
    }

    record ConferenceStarted(ConferenceId conference, long sequence, Cause cause) implements Told {}

    /** The conference was a two-party call until now (R21). */
    record ConferenceEscalated(ConferenceId conference, long sequence, Cause cause, RoomId call) implements Told {}

    /** @param invitation that this is the answer to */
    record ParticipantJoined(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            String number,
            Role role,
            Optional<InvitationId> invitation)
            implements Told {}

    record ParticipantLeft(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            LeaveReason reason)
            implements Told {}

    record ConferenceEnded(ConferenceId conference, long sequence, Cause cause, EndReason reason) implements Told {}

    /** Those who waited for a moderator hear each other now. */
    record ConferenceOpened(ConferenceId conference, long sequence, Cause cause) implements Told {}

    record ConferenceLocked(ConferenceId conference, long sequence, Cause cause) implements Told {}

    record ConferenceUnlocked(ConferenceId conference, long sequence, Cause cause) implements Told {}

    /** All who are no moderators are muted by policy, and whoever joins later. */
    record AllMuted(ConferenceId conference, long sequence, Cause cause) implements Told {}

    record AllUnmuted(ConferenceId conference, long sequence, Cause cause) implements Told {}

    /** @param participant to whom; none: to all */
    record AnnouncementMade(
            ConferenceId conference,
            long sequence,
            Cause cause,
            List<Prompt> prompts,
            Optional<ParticipantId> participant)
            implements Told {}

    record ParticipantMuted(ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Muting by)
            implements ToldOfParticipant {}

    record ParticipantUnmuted(ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Muting by)
            implements ToldOfParticipant {}

    record ParticipantDeafened(ConferenceId conference, long sequence, Cause cause, ParticipantId participant)
            implements ToldOfParticipant {}

    record ParticipantUndeafened(ConferenceId conference, long sequence, Cause cause, ParticipantId participant)
            implements ToldOfParticipant {}

    record ParticipantHeld(ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Holding by)
            implements ToldOfParticipant {}

    record ParticipantResumed(
            ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Holding by)
            implements ToldOfParticipant {}

    /** Who becomes a moderator is muted by policy no longer; who ceases to be one is, while all are. */
    record ParticipantRoleChanged(
            ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Role role)
            implements ToldOfParticipant {}

    /** Somebody is being called. */
    record InvitationRequested(
            ConferenceId conference, long sequence, Cause cause, Dialog dialog, Invitation invitation)
            implements Told {}

    record InvitationProgressed(
            ConferenceId conference,
            long sequence,
            Cause cause,
            InvitationId invitation,
            LegId leg,
            InvitationStage stage)
            implements Told {}

    record InvitationEnded(
            ConferenceId conference,
            long sequence,
            Cause cause,
            InvitationId invitation,
            LegId leg,
            InvitationOutcome outcome)
            implements Told {}

    /** Told about one who is aside. */
    sealed interface ToldOfConsultation extends Told {
        ConsultationId consultation();
    }

    /** Has left everybody's hearing, and hears a dial tone, or is calling already (R16). */
    record ConsultationStarted(
            ConferenceId conference, long sequence, Cause cause, ConsultationId consultation, ParticipantId participant)
            implements ToldOfConsultation {}

    /** @param supervised whether an answer can be told from ringing (R20) */
    record ConsultationDialled(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ConsultationId consultation,
            Dialog dialog,
            boolean supervised)
            implements ToldOfConsultation {}

    record ConsultationProgressed(
            ConferenceId conference, long sequence, Cause cause, ConsultationId consultation, ConsultationStage stage)
            implements ToldOfConsultation {}

    /** @param called the leg that was called, if any was */
    record ConsultationEnded(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ConsultationId consultation,
            Optional<LegId> called,
            ConsultationOutcome outcome)
            implements ToldOfConsultation {}

    /** @param participant who alone is recorded; none: the conference is */
    record RecordingStarted(
            ConferenceId conference,
            long sequence,
            Cause cause,
            RecordingId recording,
            Optional<ParticipantId> participant)
            implements Told {}

    record RecordingStopped(
            ConferenceId conference,
            long sequence,
            Cause cause,
            RecordingId recording,
            Optional<ParticipantId> participant)
            implements Told {}
}
