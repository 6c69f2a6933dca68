package dev.parley.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One PostgreSQL with the database {@code parley}, and a role with a schema of the same name for each part of Parley that
 * keeps something.
 */
public final class LocalPostgres implements AutoCloseable {
    /** Who keeps something: role and schema alike. */
    public static final List<String> OWNERS = List.of("directory", "conference", "kamailio");

    private static final String DATABASE = "parley";

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it, and makes database, roles and schemas where they are missing.
     *
     * @param directory keeps the data; without one it is thrown away at the end
     * @param port 0 for a free one
     * @param passwords by owner
     * @param durable whether a commit is on disk before it is confirmed; only tests do without
     */
    public static LocalPostgres start(
            Optional<Path> directory, int port, Map<String, String> passwords, boolean durable)
            throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = settings(port, durable);
        if (directory.isPresent()) {
            keepIn(directory.get(), builder);
        }
        return start(builder, passwords);
    }

    /**
     * The same, durable, for other machines too: the owners come in from anywhere, by their passwords; the superuser from
     * this machine alone.
     */
    public static LocalPostgres serve(Path directory, int port, Map<String, String> passwords)
            throws IOException, SQLException {
        Files.createDirectories(directory);
        Path file = directory.resolveSibling("pg_hba.conf");
        Files.writeString(file, rules());
        EmbeddedPostgres.Builder builder = settings(port, true)
                .setServerConfig("listen_addresses", "*")
                .setServerConfig("hba_file", file.toAbsolutePath().toString());
        keepIn(directory, builder);
        return start(builder, passwords);
    }

    /** Who may come in from where. */
    private static String rules() {
        return """
                host all postgres 127.0.0.1/32 trust
                host all postgres ::1/128 trust
                host %s %s all scram-sha-256
                """.formatted(DATABASE, String.join(",", OWNERS));
    }

    private static EmbeddedPostgres.Builder settings(int port, boolean durable) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                // No socket file, whose lock a killed server would leave behind.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB");
    }

    private static void keepIn(Path directory, EmbeddedPostgres.Builder builder) throws IOException {
        var left = Postmaster.leftIn(directory);
        if (left.isPresent()) {
            left.get().remove();
        }
        builder.setDataDirectory(directory).setCleanDataDirectory(false);
    }

    private static LocalPostgres start(EmbeddedPostgres.Builder builder, Map<String, String> passwords)
            throws IOException, SQLException {
        LocalPostgres postgres = new LocalPostgres(builder.start());
        postgres.prepare(passwords);
        return postgres;
    }

    public int port() {
        return server.getPort();
    }

    /** Where JDBC finds it; user and password are separate. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    private void prepare(Map<String, String> passwords) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection()) {
            if (!exists(admin, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(admin, "create database " + DATABASE);
            }
        }
        try (Connection admin = server.getDatabase("postgres", DATABASE).getConnection()) {
            for (String owner : OWNERS) {
                String password = passwords.getOrDefault(owner, owner).replace("'", "''");
                if (!exists(admin, "select 1 from pg_roles where rolname = ?", owner)) {
                    execute(admin, "create role " + owner + " login");
                }
                execute(admin, "alter role " + owner + " password '" + password + "'");
                execute(admin, "alter role " + owner + " set search_path = " + owner);
                execute(admin, "create schema if not exists " + owner + " authorization " + owner);
            }
            // directory-service's migrations make the edge's tables too, and grant it what it may read.
            execute(admin, "grant kamailio to directory");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
