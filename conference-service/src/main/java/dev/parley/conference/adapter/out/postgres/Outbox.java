package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.contracts.id.RoomId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The messages that are stored and not yet known to have arrived. Every method throws {@link StorageUnavailable} when
 * the database is away. Thread-safe.
 */
public final class Outbox {
    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /** All that waits about this room, oldest first. */
    public List<Envelope> waiting(RoomId room) {
        return database.inTransaction(connection -> OutboxTable.waiting(connection, room));
    }

    /** Rooms with a message that has waited since before then. */
    public List<RoomId> roomsWaitingSince(Instant then) {
        return database.inTransaction(connection ->
                OutboxTable.roomsWaitingSince(connection, OffsetDateTime.ofInstant(then, ZoneOffset.UTC)));
    }

    /** These have arrived. */
    public void remove(Collection<UUID> arrived) {
        database.inTransaction(connection -> {
            OutboxTable.delete(connection, arrived);
            return arrived.size();
        });
    }

    /** How much is going on, for the metrics. */
    public Figures figures() {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            """
                            select (select count(*) from conference where ended_at is null),
                                   (select count(*) from participant where left_at is null),
                                   (select count(*) from outbox),
                                   (select coalesce(extract(epoch from now() - min(written_at)), 0) from outbox)""");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
            }
        });
    }

    /**
     * Numbers of the moment.
     *
     * @param waiting messages that are not known to have arrived
     * @param oldestSeconds age of the oldest of them
     */
    public record Figures(long conferences, long participants, long waiting, double oldestSeconds) {}
}
