package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Tallies;
import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** {@link Tallies} in PostgreSQL. Thread-safe. */
public final class PostgresTallies implements Tallies {
    private static final String CONFERENCES =
            "select count(*) from conference where ended_at is null and split_part(room, ':', 1) = ?";
    private static final String PARTICIPANTS = """
            select count(*) from participant join conference using (conference)
             where left_at is null and ended_at is null and split_part(room, ':', 1) = ?""";
    private static final String OUTSIDE = "select count(*) from outside_call where ended_at is null and tenant = ?";
    private static final String OUTSIDE_OF = OUTSIDE + " and caller = ?";
    private static final String OUTSIDE_SINCE =
            "select count(*) from outside_call where tenant = ? and caller = ? and begun_at > ?";

    private final Database database;

    public PostgresTallies(Database database) {
        this.database = database;
    }

    @Override
    public int conferences(TenantId tenant) {
        return count(CONFERENCES, tenant.value());
    }

    @Override
    public int participants(TenantId tenant) {
        return count(PARTICIPANTS, tenant.value());
    }

    @Override
    public int outsideCalls(TenantId tenant) {
        return count(OUTSIDE, tenant.value());
    }

    @Override
    public int outsideCallsOf(TenantId tenant, String extension) {
        return count(OUTSIDE_OF, tenant.value(), extension);
    }

    @Override
    public int outsideCallsSince(TenantId tenant, String extension, Instant then) {
        return count(OUTSIDE_SINCE, tenant.value(), extension, OffsetDateTime.ofInstant(then, ZoneOffset.UTC));
    }

    @Override
    public Guesses guesses(RoomId room, Party caller) {
        return database.inTransaction(connection -> GuessTable.find(connection, room, caller));
    }

    private int count(String sql, Object... values) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int place = 0; place < values.length; place++) {
                    select.setObject(place + 1, values[place]);
                }
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
