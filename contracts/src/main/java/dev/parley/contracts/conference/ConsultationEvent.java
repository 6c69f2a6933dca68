package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A participant goes aside to talk with somebody in private (R16–R20): neither hears the room, nor is heard there. Started
 * once, ended once; meanwhile the participant stays a participant.
 */
public sealed interface ConsultationEvent extends ConferenceEvent {
    ConsultationId consultation();

    /**
     * Has left everybody's hearing, and may dial.
     *
     * @param participant who is aside
     */
    record ConsultationStarted(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ConsultationId consultation,
            ParticipantId participant)
            implements ConsultationEvent {
        public ConsultationStarted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(consultation, "consultation");
            Required.field(participant, "participant");
        }
    }

    /**
     * Somebody is being called.
     *
     * @param destination the extension or the number that is called
     * @param supervised false where an answer cannot be told from ringing (R20)
     */
    record ConsultationDialled(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ConsultationId consultation,
            LegId leg,
            String destination,
            boolean supervised)
            implements ConsultationEvent {
        public ConsultationDialled {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(consultation, "consultation");
            Required.field(leg, "leg");
            Required.field(destination, "destination");
        }
    }

    record ConsultationProgressed(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ConsultationId consultation, Stage stage)
            implements ConsultationEvent {
        public ConsultationProgressed {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(consultation, "consultation");
            Required.field(stage, "stage");
        }
    }

    /**
     * The outcome, exactly one for every {@code ConsultationStarted}. The participant is back in the room, unless
     * {@code ABANDONED}.
     *
     * @param failure why the call came to nothing, with {@code FAILED} only
     * @param status the SIP answer it failed with, where there was one
     * @param participant who came in, with {@code MERGED} only, and only when the called party had answered
     * @param invitation that goes on in the room, with {@code MERGED} only, when the called party had not answered
     */
    record ConsultationEnded(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ConsultationId consultation,
            Outcome outcome,
            Optional<InvitationEvent.Failure> failure,
            OptionalInt status,
            Optional<ParticipantId> participant,
            Optional<InvitationId> invitation)
            implements ConsultationEvent {
        public ConsultationEnded {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(consultation, "consultation");
            Required.field(outcome, "outcome");
        }
    }

    enum Stage {
        RINGING,
        /** The network, or the called party, is heard before the answer, by who is aside alone. */
        EARLY_MEDIA,
        /** Answered, as far as that can be told. */
        TALKING
    }

    enum Outcome {
        /** Both are in the room. */
        MERGED,
        /** Came back alone; who was called, if anybody was, is no longer there. */
        RETURNED,
        /** The called party could not be reached. */
        FAILED,
        /** The called party hung up, or was lost, after the answer. */
        HUNG_UP,
        /** Who was aside has left the conference, or it is over. */
        ABANDONED
    }
}
