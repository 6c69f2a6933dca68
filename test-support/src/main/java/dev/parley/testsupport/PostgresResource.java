package dev.parley.testsupport;

import dev.parley.platform.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, empty at the start of the run, with the roles and schemas of the real one. Sets
 * {@code quarkus.datasource.jdbc.url}, {@code username} and {@code password} for the owner named by the init argument
 * {@code owner}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String owner = "conference";
    private @Nullable LocalPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        owner = arguments.getOrDefault("owner", owner);
    }

    @Override
    public Map<String, String> start() {
        LocalPostgres started = startPostgres();
        postgres = started;
        return Map.of(
                "quarkus.datasource.jdbc.url", started.url(),
                "quarkus.datasource.username", owner,
                "quarkus.datasource.password", owner);
    }

    /** The same for a test without Quarkus; user and password are the owner's name. Close it at the end. */
    public static LocalPostgres startPostgres() {
        try {
            return LocalPostgres.start(Optional.empty(), FreePorts.one(), Map.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not prepare the database", e);
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
