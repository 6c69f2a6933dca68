package dev.parley.conference.adapter.out.postgres;

import static dev.parley.conference.adapter.out.postgres.Selection.change;
import static dev.parley.conference.adapter.out.postgres.Selection.time;

import dev.parley.conference.application.Repetitions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@link Repetitions} in PostgreSQL. Thread-safe. */
public final class PostgresRepetitions implements Repetitions {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** Whoever has not made it by then has died. */
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(1);

    /** Takes it, also from somebody who has died or whose day is over; otherwise changes nothing. */
    private static final String CLAIM = """
            insert into repetition (who, key, request, at) values (?, ?, ?, ?)
            on conflict (who, key) do update
               set request = excluded.request, made = null, at = excluded.at
             where repetition.at < ?
                or (repetition.made is null and repetition.at < ? and repetition.request = excluded.request)""";

    private static final String FIND = "select request = ? as same, made from repetition where who = ? and key = ?";
    private static final String MADE = "update repetition set made = ? where who = ? and key = ?";
    private static final String RELEASE = "delete from repetition where who = ? and key = ? and made is null";
    private static final String FORGET = "delete from repetition where at < ?";

    private final Database database;

    public PostgresRepetitions(Database database) {
        this.database = database;
    }

    @Override
    public Earlier claim(Key key, Instant now) {
        return database.inTransaction(connection -> {
            int claimed = change(
                    connection,
                    CLAIM,
                    key.who(),
                    key.key(),
                    key.request(),
                    time(now),
                    time(now.minus(REMEMBERED)),
                    time(now.minus(TAKES_AT_MOST)));
            return claimed == 1
                    ? new Earlier.None()
                    : Selection.of(FIND, key.request(), key.who(), key.key())
                            .first(connection, PostgresRepetitions::read)
                            .orElseGet(Earlier.Running::new);
        });
    }

    private static Earlier read(ResultSet row) throws SQLException {
        if (!row.getBoolean("same")) {
            return new Earlier.Other();
        }
        @Nullable String made = row.getString("made");
        return made == null ? new Earlier.Running() : new Earlier.Made(made);
    }

    @Override
    public void made(Key key, String id) {
        database.inTransaction(connection -> change(connection, MADE, id, key.who(), key.key()));
    }

    @Override
    public void release(Key key) {
        database.inTransaction(connection -> change(connection, RELEASE, key.who(), key.key()));
    }

    @Override
    public int forget(Instant before) {
        return database.inTransaction(connection -> change(connection, FORGET, time(before)));
    }
}
