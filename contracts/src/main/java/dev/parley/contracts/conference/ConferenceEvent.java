package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * The public story of a conference. Topic {@link dev.parley.contracts.Topics#CONFERENCE_EVENTS}, key room, as CloudEvents
 * (binary content mode; {@code type} is {@code dev.parley.conference.<kind>}).
 *
 * <p>Within a conference {@link #sequence()} starts at 1 and has no gap. Folding the events gives its state.
 */
public sealed interface ConferenceEvent extends RoomMessage
        permits ConferenceEvent.ConferenceStarted,
                ConferenceEvent.ParticipantJoined,
                ConferenceEvent.ParticipantLeft,
                ConferenceEvent.ConferenceEscalated,
                ConferenceEvent.ConferenceEnded,
                ConferenceEvent.ConferenceOpened,
                ConferenceEvent.ConferenceLocked,
                ConferenceEvent.ConferenceUnlocked,
                ConferenceEvent.AllMuted,
                ConferenceEvent.AllUnmuted,
                ConferenceEvent.AnnouncementMade,
                ParticipantEvent,
                InvitationEvent,
                ConsultationEvent,
                RecordingEvent {
    ConferenceId conference();

    long sequence();

    Cause cause();

    record ConferenceStarted(RoomId room, ConferenceId conference, long sequence, Cause cause)
            implements ConferenceEvent {
        public ConferenceStarted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    /**
     * The conference was a two-party call until now (R21). Comes right after {@code ConferenceStarted}; the two who were
     * in the call join next, the administrator first.
     *
     * @param call the room of the two-party call
     */
    record ConferenceEscalated(RoomId room, ConferenceId conference, long sequence, Cause cause, RoomId call)
            implements ConferenceEvent {
        public ConferenceEscalated {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(call, "call");
        }
    }

    /**
     * Somebody is in the conference and in its audio. Who is no moderator is muted by {@link Muting#POLICY} from the
     * first packet while {@link AllMuted} holds (R26).
     *
     * @param invitation the invitation that this is the answer to
     */
    record ParticipantJoined(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            String number,
            Role role,
            Optional<InvitationId> invitation)
            implements ConferenceEvent {
        public ParticipantJoined {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(leg, "leg");
            Required.field(number, "number");
            Required.field(role, "role");
        }

        /** Somebody who came without being invited. */
        public ParticipantJoined(
                RoomId room,
                ConferenceId conference,
                long sequence,
                Cause cause,
                ParticipantId participant,
                LegId leg,
                String number,
                Role role) {
            this(room, conference, sequence, cause, participant, leg, number, role, Optional.empty());
        }
    }

    /** Exactly one for every {@code ParticipantJoined} (R27). */
    record ParticipantLeft(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LeaveReason reason)
            implements ConferenceEvent {
        public ParticipantLeft {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(reason, "reason");
        }
    }

    record ConferenceEnded(RoomId room, ConferenceId conference, long sequence, Cause cause, Optional<EndReason> reason)
            implements ConferenceEvent {
        public ConferenceEnded {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }

        /** As writers told it that gave no reason. */
        public ConferenceEnded(RoomId room, ConferenceId conference, long sequence, Cause cause) {
            this(room, conference, sequence, cause, Optional.empty());
        }
    }

    /** Those who waited for a moderator hear each other from now on. Only where a moderator is waited for. */
    record ConferenceOpened(RoomId room, ConferenceId conference, long sequence, Cause cause)
            implements ConferenceEvent {
        public ConferenceOpened {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    /** Nobody is let in any more. */
    record ConferenceLocked(RoomId room, ConferenceId conference, long sequence, Cause cause)
            implements ConferenceEvent {
        public ConferenceLocked {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    record ConferenceUnlocked(RoomId room, ConferenceId conference, long sequence, Cause cause)
            implements ConferenceEvent {
        public ConferenceUnlocked {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    /** Everybody who is no moderator is muted by {@link Muting#POLICY}, and so is whoever joins later. */
    record AllMuted(RoomId room, ConferenceId conference, long sequence, Cause cause) implements ConferenceEvent {
        public AllMuted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    /** Nobody is muted by {@link Muting#POLICY} any more; what one did oneself, or a moderator to one, remains. */
    record AllUnmuted(RoomId room, ConferenceId conference, long sequence, Cause cause) implements ConferenceEvent {
        public AllUnmuted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
        }
    }

    /**
     * Something was said.
     *
     * @param participant to whom; none: to all
     */
    record AnnouncementMade(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            List<String> prompts,
            Optional<ParticipantId> participant)
            implements ConferenceEvent {
        public AnnouncementMade {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            prompts = List.copyOf(Required.field(prompts, "prompts"));
        }
    }

    enum Role {
        MODERATOR,
        PARTICIPANT
    }

    enum LeaveReason {
        HUNG_UP,
        LOST,
        REMOVED,
        MEDIA_FAILED,
        KICKED,
        /** The conference was over for all. */
        ENDED
    }

    enum EndReason {
        LAST_LEFT,
        MODERATOR_LEFT,
        OWNER_LEFT,
        /** Somebody ended it for all. */
        ENDED_FOR_ALL,
        /** Nobody has come in at all. */
        NOBODY_CAME
    }

    /** Three facts, not one: each is set and taken back on its own, and one is heard when none holds. */
    enum Muting {
        SELF,
        MODERATOR,
        POLICY
    }
}
