package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions, and which failures of theirs are worth another try. Thread-safe. */
public final class Database {
    /** Wrong data, a broken rule, a wrong statement: a bug, and no better the next time. */
    private static final Set<String> BUGS = Set.of("21", "22", "23", "42");

    private static final int CLASS_LENGTH = 2;

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Commits when the work returns, rolls back when it throws.
     *
     * @throws StorageUnavailable when the database is away or too busy
     */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing left to roll back; Agroal hands the connection on clean.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state != null && state.length() >= CLASS_LENGTH && BUGS.contains(state.substring(0, CLASS_LENGTH))
                ? new IllegalStateException("The database refuses a statement", failure)
                : new StorageUnavailable(String.valueOf(failure.getMessage()), failure);
    }
}
