package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of an attempt to bring somebody in. Requested once, ended once. */
public sealed interface InvitationEvent extends ConferenceEvent {
    InvitationId invitation();

    /**
     * Somebody is being called.
     *
     * @param destination the extension or the number that is called
     * @param inviter the participant who asked; none: the API did
     */
    record InvitationRequested(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            InvitationId invitation,
            LegId leg,
            String destination,
            Role role,
            Optional<ParticipantId> inviter)
            implements InvitationEvent {
        public InvitationRequested {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(invitation, "invitation");
            Required.field(leg, "leg");
            Required.field(destination, "destination");
            Required.field(role, "role");
        }
    }

    record InvitationProgressed(
            RoomId room, ConferenceId conference, long sequence, Cause cause, InvitationId invitation, Stage stage)
            implements InvitationEvent {
        public InvitationProgressed {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(invitation, "invitation");
            Required.field(stage, "stage");
        }
    }

    /**
     * The outcome, exactly one for every {@code InvitationRequested} (R27).
     *
     * @param failure why it failed, with {@code FAILED} only
     * @param status the SIP answer it failed with, where there was one
     * @param participant who came in, with {@code ANSWERED} only
     */
    record InvitationEnded(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            InvitationId invitation,
            Outcome outcome,
            Optional<Failure> failure,
            OptionalInt status,
            Optional<ParticipantId> participant)
            implements InvitationEvent {
        public InvitationEnded {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(invitation, "invitation");
            Required.field(outcome, "outcome");
        }
    }

    enum Stage {
        RINGING,
        /** The network, or the called party, is heard in the conference already (R14). */
        EARLY_MEDIA
    }

    enum Outcome {
        ANSWERED,
        FAILED,
        CANCELLED
    }

    enum Failure {
        BUSY,
        DECLINED,
        NO_ANSWER,
        /** Not registered, not known, or not to be reached. */
        UNREACHABLE,
        ERROR
    }
}
