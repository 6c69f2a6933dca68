package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;

/** What happened to one participant who is in. */
public sealed interface ParticipantEvent extends ConferenceEvent {
    ParticipantId participant();

    record ParticipantMuted(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Muting by)
            implements ParticipantEvent {
        public ParticipantMuted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(by, "by");
        }
    }

    /** This reason to be muted holds no longer; another may. */
    record ParticipantUnmuted(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Muting by)
            implements ParticipantEvent {
        public ParticipantUnmuted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(by, "by");
        }
    }

    /** Hears nobody. */
    record ParticipantDeafened(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant)
            implements ParticipantEvent {
        public ParticipantDeafened {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
        }
    }

    record ParticipantUndeafened(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant)
            implements ParticipantEvent {
        public ParticipantUndeafened {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
        }
    }

    /** Is on hold: neither heard nor, unless the phone itself holds, hearing. */
    record ParticipantHeld(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Holding by)
            implements ParticipantEvent {
        public ParticipantHeld {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(by, "by");
        }
    }

    record ParticipantResumed(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Holding by)
            implements ParticipantEvent {
        public ParticipantResumed {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(by, "by");
        }
    }

    /** Who becomes a moderator is muted by policy no longer; who ceases to be one is, while all are muted. */
    record ParticipantRoleChanged(
            RoomId room, ConferenceId conference, long sequence, Cause cause, ParticipantId participant, Role role)
            implements ParticipantEvent {
        public ParticipantRoleChanged {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(participant, "participant");
            Required.field(role, "role");
        }
    }

    /** Who holds; two facts, each taken back on its own. */
    enum Holding {
        /** The phone has put us on hold. */
        PHONE,
        /** A moderator lets the participant wait with music. */
        MODERATOR
    }
}
