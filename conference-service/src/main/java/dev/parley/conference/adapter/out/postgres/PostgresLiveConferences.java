package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.DigitSeal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link LiveConferences} in PostgreSQL. A look waits for nobody, and nobody for it. Thread-safe. */
public final class PostgresLiveConferences implements LiveConferences {
    /** All statements of a look see the same moment. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";

    private static final String FIND = """
            select room, state, started_at from room join conference using (room)
             where room = ? and ended_at is null""";
    private static final String OF_TENANT = """
            select room, state, started_at from room join conference using (room)
             where ended_at is null and starts_with(room, ?) and room collate "C" > ?
             order by room collate "C" limit ?""";
    private static final String JOINED =
            "select participant, joined_at from participant where conference = ? and left_at is null";
    private static final String BEGAN = "select started_at from conference where conference = ? and room = ?";

    private final Database database;
    private final StateJson json;

    public PostgresLiveConferences(Database database, DigitSeal seal) {
        this.database = database;
        this.json = new StateJson(seal);
    }

    @Override
    public Optional<Closeup> find(RoomId room) {
        return database.inTransaction(connection -> {
            see(connection);
            Optional<Sight> sight = sight(connection, room);
            return sight.isEmpty() ? Optional.empty() : Optional.of(closeup(connection, sight.get()));
        });
    }

    private Optional<Sight> sight(Connection connection, RoomId room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, room.value());
            return read(select).stream().findFirst();
        }
    }

    private static Closeup closeup(Connection connection, Sight sight) throws SQLException {
        ConferenceId conference = sight.state().conference();
        return new Closeup(sight, joined(connection, conference), InvitationTable.waiting(connection, conference));
    }

    @Override
    public List<Sight> ofTenant(TenantId tenant, String after, int limit) {
        return database.inTransaction(connection -> {
            see(connection);
            try (PreparedStatement select = connection.prepareStatement(OF_TENANT)) {
                select.setString(1, tenant + ":");
                select.setString(2, tenant + ":" + after);
                select.setInt(3, limit);
                return read(select);
            }
        });
    }

    private static void see(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_MOMENT);
        }
    }

    private List<Sight> read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<Sight> found = new ArrayList<>();
            while (rows.next()) {
                if (json.read(rows.getString(2)) instanceof Live live) {
                    found.add(new Sight(
                            new RoomId(rows.getString(1)), live, InvitationTable.instant(rows, "started_at")));
                }
            }
            return found;
        }
    }

    private static Map<ParticipantId, Instant> joined(Connection connection, ConferenceId conference)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(JOINED)) {
            select.setString(1, conference.value());
            try (ResultSet rows = select.executeQuery()) {
                Map<ParticipantId, Instant> joined = new HashMap<>();
                while (rows.next()) {
                    joined.put(new ParticipantId(rows.getString(1)), InvitationTable.instant(rows, "joined_at"));
                }
                return joined;
            }
        }
    }

    @Override
    public Optional<Invited> invitation(RoomId room, InvitationId invitation) {
        return database.inTransaction(connection -> InvitationTable.find(connection, room, invitation));
    }

    @Override
    public Optional<Instant> began(RoomId room, ConferenceId conference) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BEGAN)) {
                select.setString(1, conference.value());
                select.setString(2, room.value());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(InvitationTable.instant(rows, "started_at")) : Optional.empty();
                }
            }
        });
    }
}
