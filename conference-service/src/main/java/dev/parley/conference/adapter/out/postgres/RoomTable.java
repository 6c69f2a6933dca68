package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code room}. */
final class RoomTable {
    private static final String LOCK = """
            select version, state, consumed,
                   exists (select 1 from outbox where outbox.room = room.room and writer <> ?)
              from room where room = ? for update""";
    private static final String INSERT =
            "insert into room (room, version, state, consumed) values (?, 0, ?::jsonb, '{}') on conflict do nothing";
    private static final String UPDATE =
            "update room set version = ?, state = ?::jsonb, consumed = ?::jsonb where room = ? and version = ?";

    private final StateJson json;

    RoomTable(StateJson json) {
        this.json = json;
    }

    /**
     * A room's row, locked.
     *
     * @param consumed for each log how far it was read: the next offset
     * @param inheritance whether messages of another process about this room wait to be sent
     */
    record Row(RoomId room, long version, ConferenceState state, Map<String, Long> consumed, boolean inheritance) {
        boolean hasConsumed(Trigger.Delivery delivery) {
            return delivery.offset() < consumed.getOrDefault(delivery.log(), 0L);
        }

        Row after(ConferenceState newState, Trigger trigger) {
            return new Row(room, version + 1, newState, advanced(trigger), inheritance);
        }

        private Map<String, Long> advanced(Trigger trigger) {
            return switch (trigger) {
                case Trigger.Delivery(String log, long offset) -> {
                    Map<String, Long> advanced = new HashMap<>(consumed);
                    advanced.put(log, offset + 1);
                    yield advanced;
                }
                case Trigger.Alarm _, Trigger.Call _ -> consumed;
            };
        }
    }

    /** The room's row, made when it is the first visit; nobody else has it until the transaction ends. */
    Row lock(Connection connection, RoomId room, UUID writer) throws SQLException {
        Optional<Row> known = find(connection, room, writer);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, room.value());
            insert.setString(2, json.write(ConferenceState.Idle.NEW));
            insert.executeUpdate();
        }
        return find(connection, room, writer)
                .orElseThrow(() -> new IllegalStateException("The row just made is not there"));
    }

    private Optional<Row> find(Connection connection, RoomId room, UUID writer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, writer);
            select.setString(2, room.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Row(
                                room,
                                rows.getLong(1),
                                json.read(rows.getString(2)),
                                json.readOffsets(rows.getString(3)),
                                rows.getBoolean(4)))
                        : Optional.empty();
            }
        }
    }

    void store(Connection connection, Row row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, row.version());
            update.setString(2, json.write(row.state()));
            update.setString(3, json.writeOffsets(row.consumed()));
            update.setString(4, row.room().value());
            update.setLong(5, row.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("A room changed although it was locked: " + row.room());
            }
        }
    }
}
