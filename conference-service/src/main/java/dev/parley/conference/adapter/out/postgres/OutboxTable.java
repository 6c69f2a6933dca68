package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Envelope;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code outbox}. */
final class OutboxTable {
    private static final String INSERT = """
            insert into outbox (id, writer, room, topic, key, partition, kind, written_at, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String WAITING =
            "select id, topic, key, partition, kind, written_at, payload from outbox where room = ? order by place";
    private static final String ROOMS = "select distinct room from outbox where written_at < ?";
    private static final String DELETE = "delete from outbox where id = any (?)";

    private OutboxTable() {}

    static void insert(Connection connection, RoomId room, UUID writer, List<Envelope> envelopes) throws SQLException {
        if (envelopes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Envelope envelope : envelopes) {
                insert.setObject(1, envelope.id());
                insert.setObject(2, writer);
                insert.setString(3, room.value());
                insert.setString(4, envelope.topic());
                insert.setString(5, envelope.key());
                if (envelope.partition().isPresent()) {
                    insert.setInt(6, envelope.partition().getAsInt());
                } else {
                    insert.setNull(6, Types.INTEGER);
                }
                insert.setString(7, envelope.kind());
                insert.setObject(8, OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC));
                insert.setString(9, envelope.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** All that waits about a room, in the order in which it was stored. */
    static List<Envelope> waiting(Connection connection, RoomId room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, room.value());
            List<Envelope> waiting = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    @Nullable Integer partition = rows.getObject(4, Integer.class);
                    waiting.add(new Envelope(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            partition == null ? OptionalInt.empty() : OptionalInt.of(partition),
                            rows.getString(5),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            rows.getString(7)));
                }
            }
            return waiting;
        }
    }

    /** Rooms with a message that has waited since before then. */
    static List<RoomId> roomsWaitingSince(Connection connection, OffsetDateTime then) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROOMS)) {
            select.setObject(1, then);
            List<RoomId> rooms = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rooms.add(new RoomId(rows.getString(1)));
                }
            }
            return rooms;
        }
    }

    static int delete(Connection connection, Collection<UUID> arrived) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("uuid", arrived.toArray()));
            return delete.executeUpdate();
        }
    }
}
