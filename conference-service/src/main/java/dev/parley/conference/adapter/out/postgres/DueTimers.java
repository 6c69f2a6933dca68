package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.StorageUnavailable;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.List;

/** Timers that have run out. Thread-safe. */
public final class DueTimers {
    private final Database database;

    /** One of them. */
    public record DueTimer(RoomId room, LegId leg, Instant due) {}

    public DueTimers(Database database) {
        this.database = database;
    }

    /**
     * Some of them, those due first.
     *
     * @throws StorageUnavailable when they cannot be known now
     */
    public List<DueTimer> at(Instant now) {
        return database.inTransaction(connection -> TimerTable.due(connection, now));
    }
}
