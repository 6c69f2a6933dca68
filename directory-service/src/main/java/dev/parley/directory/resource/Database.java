package dev.parley.directory.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** The database, in the transaction of whoever calls. */
@ApplicationScoped
public class Database {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Makes an object of the row that the cursor is at. */
    @FunctionalInterface
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public <R> List<R> query(String sql, RowReader<R> reader, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<R> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The first row of a query; none when it has none. */
    public <R> Optional<R> first(String sql, RowReader<R> reader, @Nullable Object... arguments) {
        return query(sql, reader, arguments).stream().findFirst();
    }

    /**
     * Changes rows; tells how many.
     *
     * @throws AlreadyThere when something would be there twice that can be there but once
     */
    public int update(String sql, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < arguments.length; at++) {
            statement.setObject(at + 1, arguments[at]);
        }
        return statement;
    }

    private static RuntimeException failure(String sql, SQLException e) {
        if (UNIQUE_VIOLATION.equals(e.getSQLState())
                && e instanceof PSQLException told
                && told.getServerErrorMessage() != null) {
            return new AlreadyThere(String.valueOf(told.getServerErrorMessage().getConstraint()), e);
        }
        return isAway(e)
                ? new Away("The database cannot be reached, or has no time", e)
                : new IllegalStateException("The database refused: " + sql, e);
    }

    /** No connection to be had (no state), a broken one (08), too many of them (53), or a server that is stopping (57). */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    /** Nothing has changed, and the same may succeed later. */
    public static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String message, SQLException cause) {
            super(message, cause);
        }
    }

    /** The database keeps something from being there twice; the transaction is lost. */
    public static final class AlreadyThere extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String constraint;

        AlreadyThere(String constraint, SQLException cause) {
            super(constraint, cause);
            this.constraint = constraint;
        }

        public String constraint() {
            return constraint;
        }
    }
}
