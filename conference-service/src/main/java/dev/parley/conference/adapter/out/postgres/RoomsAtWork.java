package dev.parley.conference.adapter.out.postgres;

import dev.parley.contracts.id.RoomId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** The rooms with a conference that goes on, whichever process has them. */
public final class RoomsAtWork {
    private static final String SELECT = "select room from conference where ended_at is null";

    private RoomsAtWork() {}

    public static List<RoomId> of(Database database) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet rows = select.executeQuery()) {
                List<RoomId> rooms = new ArrayList<>();
                while (rows.next()) {
                    rooms.add(new RoomId(rows.getString(1)));
                }
                return rooms;
            }
        });
    }
}
