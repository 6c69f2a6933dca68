package dev.parley.contracts.ledger;

import dev.parley.contracts.Required;
import dev.parley.contracts.conference.ConferenceEvent.EndReason;
import dev.parley.contracts.conference.ConferenceEvent.LeaveReason;
import dev.parley.contracts.conference.ConferenceEvent.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * One conference that is over.
 *
 * @param mostAtOnce participants who were in at the same time
 * @param participants in the order in which they came
 * @param recordings that were made of it, or of one who was in it
 */
public record ConferenceRecord(
        TenantId tenant,
        ConferenceId conference,
        RoomId room,
        Instant started,
        Instant ended,
        EndReason reason,
        int mostAtOnce,
        List<Attendance> participants,
        List<RecordingId> recordings)
        implements LedgerEntry {
    /** One who was in; {@code leg} names its {@link CallRecord}. */
    public record Attendance(
            ParticipantId participant,
            LegId leg,
            String number,
            Role role,
            Instant joined,
            Instant left,
            LeaveReason reason) {
        public Attendance {
            Required.field(participant, "participant");
            Required.field(leg, "leg");
            Required.field(number, "number");
            Required.field(role, "role");
            Required.field(joined, "joined");
            Required.field(left, "left");
            Required.field(reason, "reason");
        }
    }

    public ConferenceRecord {
        Required.field(tenant, "tenant");
        Required.field(conference, "conference");
        Required.field(room, "room");
        Required.field(started, "started");
        Required.field(ended, "ended");
        Required.field(reason, "reason");
        participants = List.copyOf(Required.field(participants, "participants"));
        recordings = List.copyOf(Required.field(recordings, "recordings"));
    }

    @Override
    public String id() {
        return conference.value();
    }
}
