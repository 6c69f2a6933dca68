package dev.parley.conference.adapter.out.postgres;

import static dev.parley.conference.adapter.out.postgres.Selection.instant;
import static dev.parley.conference.adapter.out.postgres.Selection.number;
import static dev.parley.conference.adapter.out.postgres.Selection.time;

import dev.parley.conference.application.CallEntries;
import dev.parley.conference.application.CallEntry;
import dev.parley.conference.application.PastQuery;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@link CallEntries} in the table {@code call_record}. Thread-safe. */
public final class PostgresCallEntries implements CallEntries {
    private static final String KEEP = """
            insert into call_record
                   (leg, tenant, call, room, direction, caller, name, dialled, trunk, began_at, ended_at, reason,
                    ended_by, rang_at, answered_at, status, cause, withheld)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (leg) do nothing""";

    /** All that a tenant may know of who called. */
    private static final String SHOWN = """
            case when withheld and (direction = 'outgoing' or trunk is not null) then 'anonymous' else caller end""";

    /** A leg is in one conference; should it ever be two, the last counts. */
    private static final String FIND = """
            select call_record.*, %s as shown,
                   attended.conference, attended.participant, attended.role, refusal.reason as refused
              from call_record
              left join refusal using (leg)
              left join lateral (select conference, participant, role from participant
                                  where participant.leg = call_record.leg
                                  order by joined_at desc limit 1) attended on true
             where call_record.tenant = ?""".formatted(SHOWN);

    private final Database database;

    public PostgresCallEntries(Database database) {
        this.database = database;
    }

    @Override
    public void keep(CallEntry entry) {
        database.inTransaction(connection -> insert(connection, entry));
    }

    private static int insert(Connection connection, CallEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, entry.leg().value());
            insert.setString(2, entry.tenant().value());
            insert.setString(3, entry.call().value());
            insert.setString(4, entry.room().map(RoomId::value).orElse(null));
            insert.setString(5, entry.direction());
            insert.setString(6, entry.from());
            insert.setString(7, entry.name().orElse(null));
            insert.setString(8, entry.to());
            insert.setString(9, entry.trunk().orElse(null));
            insert.setObject(10, time(entry.began()));
            insert.setObject(11, time(entry.ended()));
            insert.setString(12, entry.reason());
            insert.setString(13, entry.endedBy());
            set(insert, 14, entry.rang());
            set(insert, 15, entry.answered());
            set(insert, 16, entry.status());
            set(insert, 17, entry.cause());
            insert.setBoolean(18, entry.withheld());
            return insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, int place, Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            insert.setObject(place, time(instant.get()));
        } else {
            insert.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    private static void set(PreparedStatement insert, int place, OptionalInt number) throws SQLException {
        if (number.isPresent()) {
            insert.setInt(place, number.getAsInt());
        } else {
            insert.setNull(place, Types.INTEGER);
        }
    }

    @Override
    public List<Kept> find(TenantId tenant, PastQuery query, Viewer viewer) {
        String caller = switch (viewer) {
            case PROVIDER -> "caller";
            case TENANT -> SHOWN;
        };
        Selection selection = Selection.of(FIND, tenant.value());
        query.number().ifPresent(number -> selection.and("(" + caller + " = ? or dialled = ?)", number, number));
        query.room().ifPresent(room -> selection.and("call_record.room = ?", tenant + ":" + room));
        selection.page(query, "began_at", "leg");
        return database.inTransaction(connection -> selection.all(connection, row -> read(row, viewer)));
    }

    @Override
    public Optional<Kept> find(TenantId tenant, LegId leg, Viewer viewer) {
        Selection selection = Selection.of(FIND, tenant.value()).and("leg = ?", leg.value());
        return database.inTransaction(connection -> selection.first(connection, row -> read(row, viewer)));
    }

    private static Kept read(ResultSet row, Viewer viewer) throws SQLException {
        return new Kept(
                entry(row, viewer),
                Optional.ofNullable(row.getString("conference")).map(ConferenceId::new),
                Optional.ofNullable(row.getString("participant")).map(ParticipantId::new),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                Optional.ofNullable(row.getString("refused")));
    }

    private static CallEntry entry(ResultSet row, Viewer viewer) throws SQLException {
        String caller = row.getString("caller");
        String from = viewer == Viewer.PROVIDER ? caller : row.getString("shown");
        return new CallEntry(
                new TenantId(row.getString("tenant")),
                new LegId(row.getString("leg")),
                new LegId(row.getString("call")),
                Optional.ofNullable(row.getString("room")).map(RoomId::new),
                row.getString("direction"),
                from,
                Optional.ofNullable(row.getString("name")).filter(_ -> from.equals(caller)),
                row.getString("dialled"),
                Optional.ofNullable(row.getString("trunk")),
                InvitationTable.instant(row, "began_at"),
                instant(row, "rang_at"),
                instant(row, "answered_at"),
                InvitationTable.instant(row, "ended_at"),
                number(row, "status"),
                number(row, "cause"),
                row.getString("reason"),
                row.getString("ended_by"),
                row.getBoolean("withheld"));
    }
}
