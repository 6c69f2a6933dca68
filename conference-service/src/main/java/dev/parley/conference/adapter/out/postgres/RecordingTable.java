package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** The tables {@code recording} and {@code recording_file}. */
final class RecordingTable {
    private static final String STARTED = """
            insert into recording (recording, tenant, room, conference, participant, started_at, known_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (recording) do update
               set conference = excluded.conference, participant = excluded.participant,
                   started_at = excluded.started_at""";
    private static final String STOPPED =
            "update recording set stopped_at = ? where recording = ? and stopped_at is null";
    private static final String KNOWN = """
            insert into recording (recording, tenant, room, known_at) values (?, ?, ?, ?) on conflict do nothing""";
    private static final String FILE =
            "insert into recording_file (recording, file, seconds) values (?, ?, ?) on conflict do nothing";

    private RecordingTable() {}

    static void started(Connection connection, RoomId room, OffsetDateTime now, ConferenceEvent.RecordingStarted event)
            throws SQLException {
        Selection.change(
                connection,
                STARTED,
                event.recording().value(),
                room.tenant().value(),
                room.value(),
                event.conference().value(),
                event.participant().map(ParticipantId::value).orElse(null),
                now,
                now);
    }

    static void stopped(Connection connection, OffsetDateTime now, ConferenceEvent.RecordingStopped event)
            throws SQLException {
        Selection.change(connection, STOPPED, now, event.recording().value());
    }

    static int finished(
            Connection connection, RoomId room, RecordingId recording, String file, long seconds, OffsetDateTime now)
            throws SQLException {
        Selection.change(connection, KNOWN, recording.value(), room.tenant().value(), room.value(), now);
        return Selection.change(connection, FILE, recording.value(), file, seconds);
    }
}
