package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.Outbox;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** {@link Outbox} in PostgreSQL. Thread-safe. */
public final class PostgresOutbox implements Outbox {
    private final Database database;

    public PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Envelope> waiting(RoomId room) {
        return database.inTransaction(connection -> OutboxTable.waiting(connection, room));
    }

    @Override
    public List<RoomId> roomsWaitingSince(Instant then) {
        return database.inTransaction(connection ->
                OutboxTable.roomsWaitingSince(connection, OffsetDateTime.ofInstant(then, ZoneOffset.UTC)));
    }

    @Override
    public void remove(Collection<UUID> arrived) {
        database.inTransaction(connection -> OutboxTable.delete(connection, arrived));
    }
}
