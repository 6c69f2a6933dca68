package dev.parley.contracts.conference;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/** When recording began and when it was over. */
public sealed interface RecordingEvent extends ConferenceEvent {
    RecordingId recording();

    /**
     * Begins.
     *
     * @param participant who alone is recorded; none: the conference is
     */
    record RecordingStarted(
            RoomId room,
            ConferenceId conference,
            long sequence,
            Cause cause,
            RecordingId recording,
            Optional<ParticipantId> participant)
            implements RecordingEvent {
        public RecordingStarted {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(recording, "recording");
        }
    }

    record RecordingStopped(RoomId room, ConferenceId conference, long sequence, Cause cause, RecordingId recording)
            implements RecordingEvent {
        public RecordingStopped {
            Required.field(room, "room");
            Required.field(conference, "conference");
            Required.field(cause, "cause");
            Required.field(recording, "recording");
        }
    }
}
