package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Timers;
import java.time.Instant;
import java.util.List;

/** {@link Timers} in PostgreSQL. Thread-safe. */
public final class PostgresTimers implements Timers {
    private final Database database;

    public PostgresTimers(Database database) {
        this.database = database;
    }

    @Override
    public List<Due> due(Instant now) {
        return database.inTransaction(connection -> TimerTable.due(connection, now));
    }
}
