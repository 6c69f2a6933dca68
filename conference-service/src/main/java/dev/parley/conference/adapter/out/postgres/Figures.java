package dev.parley.conference.adapter.out.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Numbers of the moment, for the metrics.
 *
 * @param conferences that go on
 * @param participants that are in one
 * @param waiting messages in the outbox
 * @param oldestSeconds how long the oldest of them has waited
 */
public record Figures(long conferences, long participants, long waiting, double oldestSeconds) {
    public static final Figures NONE = new Figures(0, 0, 0, 0);

    private static final String SELECT = """
            select (select count(*) from conference where ended_at is null),
                   (select count(*) from participant where left_at is null),
                   (select count(*) from outbox),
                   (select coalesce(extract(epoch from now() - min(written_at)), 0) from outbox)""";

    public static Figures of(Database database) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
            }
        });
    }
}
