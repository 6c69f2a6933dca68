package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.GuessRecord;
import dev.parley.conference.domain.GuessScope;
import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** The table {@code guess}. */
final class GuessTable {
    /** One row for each scope; every arrival in a room with a PIN waits for it. */
    private static final String FIND = """
            select scope, failures, last_at from guess
             where (scope, subject) in ((?, ?), (?, ?), (?, ?), (?, ?))""";

    /** As {@link GuessRecord#plus} counts, in one statement, so that none of two at once is lost. */
    private static final String COUNT = """
            insert into guess (scope, subject, failures, last_at) values (?, ?, 1, ?)
            on conflict (scope, subject) do update
               set failures = case when guess.last_at > ? then guess.failures + 1 else 1 end,
                   last_at = greatest(guess.last_at, excluded.last_at)""";

    private static final String FORGET = "delete from guess where last_at <= ?";

    private GuessTable() {}

    static void apply(Connection connection, Transition transition) throws SQLException {
        for (Effect effect : transition.decision().effects()) {
            if (effect instanceof Effect.CountGuess(Party caller)) {
                count(connection, transition.room(), caller, transition.now());
            }
        }
    }

    private static void count(Connection connection, RoomId room, Party caller, Instant now) throws SQLException {
        OffsetDateTime forgotten = time(now.minus(GuessRecord.FORGOTTEN_AFTER));
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, forgotten);
            forget.executeUpdate();
        }
        // Always in this order, so that no two transactions wait for each other.
        for (GuessScope scope : GuessScope.values()) {
            try (PreparedStatement insert = connection.prepareStatement(COUNT)) {
                insert.setString(1, scope.name());
                insert.setString(2, subject(scope, room, caller));
                insert.setObject(3, time(now));
                insert.setObject(4, forgotten);
                insert.executeUpdate();
            }
        }
    }

    static Guesses find(Connection connection, RoomId room, Party caller) throws SQLException {
        Map<GuessScope, GuessRecord> records = new EnumMap<>(GuessScope.class);
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            int place = 0;
            for (GuessScope scope : GuessScope.values()) {
                select.setString(++place, scope.name());
                select.setString(++place, subject(scope, room, caller));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant last = rows.getObject(3, OffsetDateTime.class).toInstant();
                    records.put(GuessScope.valueOf(rows.getString(1)), new GuessRecord(rows.getInt(2), last));
                }
            }
        }
        return new Guesses(records);
    }

    /** Tenants do not share their callers, nor their rooms. */
    private static String subject(GuessScope scope, RoomId room, Party caller) {
        String tenant = room.tenant().value();
        return switch (scope) {
            case ROOM -> room.value();
            case CALLER -> tenant + ":" + caller.number();
            case SOURCE -> tenant + ":" + caller.source();
            case TENANT -> tenant;
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
