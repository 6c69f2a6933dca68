package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Decision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The tables {@code conference} and {@code participant}: what others may read. */
final class HistoryTables {
    private static final String STARTED = "insert into conference (conference, room, started_at) values (?, ?, ?)";
    private static final String ENDED = "update conference set ended_at = ? where conference = ?";
    private static final String JOINED = """
            insert into participant (participant, conference, leg, number, role, joined_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String ROLE = "update participant set role = ? where participant = ?";
    private static final String LEFT = "update participant set left_at = ?, reason = ? where participant = ?";

    private HistoryTables() {}

    static void record(Connection connection, Transition transition) throws SQLException {
        switch (transition.decision()) {
            case Decision.Accepted accepted -> {
                for (ConferenceEvent event : accepted.events()) {
                    if (event instanceof ConferenceEvent.Told told) {
                        record(connection, transition, told);
                    }
                }
            }
            case Decision.Rejected _ -> {
                // Nothing has happened.
            }
        }
    }

    private static void record(Connection connection, Transition transition, ConferenceEvent.Told told)
            throws SQLException {
        OffsetDateTime now = OffsetDateTime.ofInstant(transition.now(), ZoneOffset.UTC);
        switch (told) {
            case ConferenceEvent.ConferenceStarted event ->
                execute(
                        connection,
                        STARTED,
                        event.conference().value(),
                        transition.room().value(),
                        now);
            case ConferenceEvent.ConferenceEnded event ->
                execute(connection, ENDED, now, event.conference().value());
            case ConferenceEvent.ParticipantJoined event ->
                execute(
                        connection,
                        JOINED,
                        event.participant().value(),
                        event.conference().value(),
                        event.leg().value(),
                        event.number(),
                        event.role().name(),
                        now);
            case ConferenceEvent.ParticipantLeft event ->
                execute(
                        connection,
                        LEFT,
                        now,
                        event.reason().name(),
                        event.participant().value());
            case ConferenceEvent.ParticipantRoleChanged event ->
                execute(
                        connection,
                        ROLE,
                        event.role().name(),
                        event.participant().value());
            case ConferenceEvent.InvitationRequested event -> InvitationTable.requested(connection, now, event);
            case ConferenceEvent.InvitationProgressed event -> InvitationTable.progressed(connection, event);
            case ConferenceEvent.InvitationEnded event -> InvitationTable.ended(connection, now, event);
            case ConferenceEvent.RecordingStarted event ->
                RecordingTable.started(connection, transition.room(), now, event);
            case ConferenceEvent.RecordingStopped event -> RecordingTable.stopped(connection, now, event);
            case ConferenceEvent.ConferenceOpened _,
                    ConferenceEvent.ConferenceEscalated _,
                    ConferenceEvent.ConsultationStarted _,
                    ConferenceEvent.ConsultationDialled _,
                    ConferenceEvent.ConsultationProgressed _,
                    ConferenceEvent.ConsultationEnded _,
                    ConferenceEvent.ConferenceLocked _,
                    ConferenceEvent.ConferenceUnlocked _,
                    ConferenceEvent.AllMuted _,
                    ConferenceEvent.AllUnmuted _,
                    ConferenceEvent.AnnouncementMade _,
                    ConferenceEvent.ParticipantMuted _,
                    ConferenceEvent.ParticipantUnmuted _,
                    ConferenceEvent.ParticipantDeafened _,
                    ConferenceEvent.ParticipantUndeafened _,
                    ConferenceEvent.ParticipantHeld _,
                    ConferenceEvent.ParticipantResumed _ -> {
                // Changes who is here in no way that these tables keep.
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.executeUpdate();
        }
    }
}
