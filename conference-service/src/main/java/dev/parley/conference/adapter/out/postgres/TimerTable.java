package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Timers;
import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.Effect;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The table {@code timer}. */
final class TimerTable {
    private static final String START = """
            insert into timer (room, leg, due_at) values (?, ?, ?)
            on conflict (room, leg) do update set due_at = excluded.due_at""";
    private static final String CANCEL = "delete from timer where room = ? and leg = ?";
    private static final String TAKE = "delete from timer where room = ? and leg = ? and due_at = ?";
    private static final String DUE = "select room, leg, due_at from timer where due_at <= ? order by due_at limit 100";

    private TimerTable() {}

    static void apply(Connection connection, Transition transition) throws SQLException {
        for (Effect effect : transition.decision().effects()) {
            switch (effect) {
                case Effect.StartTimer(LegId leg, Instant due) -> start(connection, transition.room(), leg, due);
                case Effect.CancelTimer(LegId leg) -> cancel(connection, transition.room(), leg);
                case Effect.OpenLeg _,
                        Effect.RefuseLeg _,
                        Effect.HangUpLeg _,
                        Effect.CloseLeg _,
                        Effect.PlayPrompts _,
                        Effect.StopPrompts _,
                        Effect.PlaceCall _,
                        Effect.RecordName _,
                        Effect.EndName _,
                        Effect.CountGuess _,
                        Effect.SendKey _,
                        Effect.AnswerEscalation _,
                        Effect.ConnectAudio _ -> {
                    // For others.
                }
            }
        }
    }

    private static void start(Connection connection, RoomId room, LegId leg, Instant due) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(START)) {
            insert.setString(1, room.value());
            insert.setString(2, leg.value());
            insert.setObject(3, time(due));
            insert.executeUpdate();
        }
    }

    private static void cancel(Connection connection, RoomId room, LegId leg) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(CANCEL)) {
            delete.setString(1, room.value());
            delete.setString(2, leg.value());
            delete.executeUpdate();
        }
    }

    /** Whether this very timer was still there; it no longer is. */
    static boolean take(Connection connection, RoomId room, LegId leg, Instant due) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setString(1, room.value());
            delete.setString(2, leg.value());
            delete.setObject(3, time(due));
            return delete.executeUpdate() == 1;
        }
    }

    static List<Timers.Due> due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, time(now));
            List<Timers.Due> due = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Timers.Due(
                            new RoomId(rows.getString(1)),
                            new LegId(rows.getString(2)),
                            rows.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return due;
        }
    }

    /** As exact as the database keeps it: an alarm has to find its timer again. */
    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
