package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.PastQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A query that grows by its conditions. Not thread-safe. */
final class Selection {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private Selection(String select) {
        this.sql = new StringBuilder(select);
    }

    /** Begins with everything up to the first condition, which needs no {@code and}. */
    static Selection of(String select, Object... given) {
        Selection selection = new Selection(select);
        selection.values.addAll(List.of(given));
        return selection;
    }

    Selection and(String condition, Object... given) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(given));
        return this;
    }

    /** What the query says of time and order; the columns are ours, never the caller's. */
    Selection page(PastQuery query, String time, String id) {
        query.from().ifPresent(from -> and(time + " >= ?", time(from)));
        query.to().ifPresent(to -> and(time + " < ?", time(to)));
        query.before().ifPresent(place -> and("(" + time + ", " + id + ") < (?, ?)", time(place.time()), place.id()));
        sql.append(" order by ").append(time).append(" desc, ").append(id).append(" desc limit ?");
        values.add(query.limit());
        return this;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> all(Connection connection, Reader<T> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int place = 0; place < values.size(); place++) {
                select.setObject(place + 1, values.get(place));
            }
            try (ResultSet rows = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    <T> Optional<T> first(Connection connection, Reader<T> reader) throws SQLException {
        return all(connection, reader).stream().findFirst();
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Changes something; nothing where a value is null. */
    static int change(Connection connection, String statement, @Nullable Object... given) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            for (int place = 0; place < given.length; place++) {
                change.setObject(place + 1, given[place]);
            }
            return change.executeUpdate();
        }
    }
}
