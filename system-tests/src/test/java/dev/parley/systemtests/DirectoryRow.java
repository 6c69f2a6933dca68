package dev.parley.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A document in the directory's table that its API would not take; it goes when this is closed. */
final class DirectoryRow implements AutoCloseable {
    private final Connection database;
    private final String tenant;
    private final String kind;
    private final String name;

    DirectoryRow(RunningSystem system, String tenant, String kind, String name, String body)
            throws SQLException, IOException {
        this.tenant = tenant;
        this.kind = kind;
        this.name = name;
        String password = Files.readString(system.home().resolve(".parley/secrets/db-directory"))
                .strip();
        database = DriverManager.getConnection(system.world().database().url(), "directory", password);
        try (PreparedStatement insert = database.prepareStatement(
                "insert into directory.resource (tenant, kind, name, body) values (?, ?, ?, ?::jsonb)")) {
            insert.setString(1, tenant);
            insert.setString(2, kind);
            insert.setString(3, name);
            insert.setString(4, body);
            insert.executeUpdate();
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement delete = database.prepareStatement(
                "delete from directory.resource where tenant = ? and kind = ? and name = ?")) {
            delete.setString(1, tenant);
            delete.setString(2, kind);
            delete.setString(3, name);
            delete.executeUpdate();
        } finally {
            database.close();
        }
    }
}
