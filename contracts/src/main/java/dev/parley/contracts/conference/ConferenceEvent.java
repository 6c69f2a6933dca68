package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;

/**
 * The public story of a conference. Topic {@link dev.parley.contracts.Topics#CONFERENCE_EVENTS}, key room, as CloudEvents
 * (binary content mode; {@code type} is {@code dev.parley.conference.<kind>}).
 *
 * <p>Within a conference {@link #sequence()} starts at 1 and has no gap.
 */
public sealed interface ConferenceEvent extends RoomMessage {
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

    /** Somebody is in the conference and in its audio. */
    record ParticipantJoined(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            String number,
            Role role)
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

    record ConferenceEnded(RoomId room, ConferenceId conference, long sequence, Cause cause)
            implements ConferenceEvent {
        public ConferenceEnded {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
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
        MEDIA_FAILED
    }
}
