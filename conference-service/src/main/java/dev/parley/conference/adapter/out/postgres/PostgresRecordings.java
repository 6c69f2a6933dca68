package dev.parley.conference.adapter.out.postgres;

import static dev.parley.conference.adapter.out.postgres.Selection.instant;
import static dev.parley.conference.adapter.out.postgres.Selection.time;

import dev.parley.conference.application.PastQuery;
import dev.parley.conference.application.Recordings;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Recordings} in PostgreSQL. Thread-safe. */
public final class PostgresRecordings implements Recordings {
    private static final String FIND = "select * from recording where deleted_at is null and tenant = ?";
    private static final String OF_NUMBER = """
            exists (select 1 from participant
                     where participant.conference = recording.conference and number = ?)""";
    private static final String FILES =
            "select file, seconds from recording_file where recording = ? order by length(file), file";
    private static final String SPEAKERS = """
            select number, min(joined_at) as first from participant join recording using (conference)
             where recording = ?
               and (recording.participant is null or recording.participant = participant.participant)
               and joined_at <= coalesce(stopped_at, joined_at)
               and coalesce(left_at >= started_at, true)
             group by number order by first, number""";
    private static final String DELETE =
            "update recording set deleted_at = ? where recording = ? and tenant = ? and deleted_at is null";

    private final Database database;

    public PostgresRecordings(Database database) {
        this.database = database;
    }

    @Override
    public void finished(RoomId room, RecordingId recording, String file, long seconds, Instant now) {
        database.inTransaction(
                connection -> RecordingTable.finished(connection, room, recording, file, seconds, time(now)));
    }

    @Override
    public List<Recording> find(TenantId tenant, PastQuery query) {
        Selection selection = Selection.of(FIND, tenant.value());
        query.number().ifPresent(number -> selection.and(OF_NUMBER, number));
        query.room().ifPresent(room -> selection.and("room = ?", tenant + ":" + room));
        selection.page(query, "known_at", "recording");
        return database.inTransaction(connection -> selection.all(connection, row -> read(connection, row)));
    }

    @Override
    public Optional<Recording> find(TenantId tenant, RecordingId recording) {
        Selection selection = Selection.of(FIND, tenant.value()).and("recording = ?", recording.value());
        return database.inTransaction(connection -> selection.first(connection, row -> read(connection, row)));
    }

    @Override
    public void delete(TenantId tenant, RecordingId recording, Instant now) {
        database.inTransaction(
                connection -> Selection.change(connection, DELETE, time(now), recording.value(), tenant.value()));
    }

    private static Recording read(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("recording");
        return new Recording(
                new RecordingId(id),
                new RoomId(row.getString("room")),
                Optional.ofNullable(row.getString("conference")).map(ConferenceId::new),
                Optional.ofNullable(row.getString("participant")).map(ParticipantId::new),
                instant(row, "started_at"),
                instant(row, "stopped_at"),
                Selection.of(FILES, id).all(connection, file -> new Part(file.getString(1), file.getLong(2))),
                Selection.of(SPEAKERS, id).all(connection, speaker -> speaker.getString(1)),
                InvitationTable.instant(row, "known_at"));
    }
}
