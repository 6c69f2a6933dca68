package dev.parley.systemtests.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database says of conferences. */
public final class ConferenceTable {
    private final World.Database database;

    public ConferenceTable(World world) {
        this.database = world.database();
    }

    /** Whether this conference has a beginning and an end. */
    public boolean isOver(String conference) {
        return count("select count(*) from conference where conference = ? and ended_at is not null", conference) == 1;
    }

    /** How many are in the room by the database's account. */
    public int present(String room) {
        return count("""
                select count(*) from participant join conference using (conference)
                where room = ? and ended_at is null and left_at is null""", room);
    }

    /** How many wrong PINs of late are counted for this: {@code ROOM}, {@code CALLER}, {@code SOURCE} or {@code TENANT}. */
    public int wrongPins(String scope, String subject) {
        return count(
                "select coalesce(sum(failures), 0) from guess where scope || ' ' || subject = ?",
                scope + " " + subject);
    }

    private int count(String query, String parameter) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement schema = connection.prepareStatement("set search_path = conference");
                PreparedStatement statement = connection.prepareStatement(query)) {
            schema.execute();
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be asked", e);
        }
    }
}
