package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.LiveConferences.Invited;
import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationProgressed;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.InvitationOutcome;
import dev.parley.conference.domain.InvitationOutcome.Answered;
import dev.parley.conference.domain.InvitationOutcome.Cancelled;
import dev.parley.conference.domain.InvitationOutcome.Failed;
import dev.parley.conference.domain.InvitationStage;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The table {@code invitation}. */
final class InvitationTable {
    private static final String REQUESTED = """
            insert into invitation
                   (invitation, conference, leg, number, role, inviter, early_media, stage, requested_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PROGRESSED = "update invitation set stage = ? where invitation = ?";
    private static final String ENDED = """
            update invitation set ended_at = ?, outcome = ?, failure = ?, status = ?, participant = ?
             where invitation = ?""";
    private static final String FIND = """
            select invitation.* from invitation join conference using (conference)
             where invitation = ? and room = ?""";
    private static final String WAITING =
            "select * from invitation where conference = ? and ended_at is null order by requested_at, invitation";

    private InvitationTable() {}

    static void requested(Connection connection, OffsetDateTime now, InvitationRequested event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REQUESTED)) {
            insert.setString(1, event.invitation().id().value());
            insert.setString(2, event.conference().value());
            insert.setString(3, event.dialog().id().value());
            insert.setString(4, event.dialog().party().shown());
            insert.setString(5, event.invitation().role().name());
            insert.setString(
                    6, event.invitation().inviter().map(ParticipantId::value).orElse(null));
            insert.setBoolean(7, event.invitation().earlyMedia());
            insert.setString(8, InvitationStage.DIALLING.name());
            insert.setObject(9, now);
            insert.executeUpdate();
        }
    }

    static void progressed(Connection connection, InvitationProgressed event) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PROGRESSED)) {
            update.setString(1, event.stage().name());
            update.setString(2, event.invitation().value());
            update.executeUpdate();
        }
    }

    static void ended(Connection connection, OffsetDateTime now, InvitationEnded event) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ENDED)) {
            update.setObject(1, now);
            update.setString(6, event.invitation().value());
            switch (event.outcome()) {
                case Answered(ParticipantId participant) ->
                    outcome(update, "ANSWERED", null, OptionalInt.empty(), participant.value());
                case Failed(CallFailure failure, OptionalInt status) ->
                    outcome(update, "FAILED", failure.name(), status, null);
                case Cancelled _ -> outcome(update, "CANCELLED", null, OptionalInt.empty(), null);
            }
            update.executeUpdate();
        }
    }

    private static void outcome(
            PreparedStatement update,
            String outcome,
            @Nullable String failure,
            OptionalInt status,
            @Nullable String participant)
            throws SQLException {
        update.setString(2, outcome);
        update.setString(3, failure);
        update.setObject(4, status.isPresent() ? (Integer) status.getAsInt() : null, java.sql.Types.INTEGER);
        update.setString(5, participant);
    }

    static Optional<Invited> find(Connection connection, RoomId room, InvitationId invitation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, invitation.value());
            select.setString(2, room.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        }
    }

    static List<Invited> waiting(Connection connection, ConferenceId conference) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, conference.value());
            try (ResultSet rows = select.executeQuery()) {
                List<Invited> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    private static Invited read(ResultSet row) throws SQLException {
        return new Invited(
                new InvitationId(row.getString("invitation")),
                new LegId(row.getString("leg")),
                row.getString("number"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("inviter")).map(ParticipantId::new),
                row.getBoolean("early_media"),
                InvitationStage.valueOf(row.getString("stage")),
                Optional.ofNullable(outcome(row)),
                instant(row, "requested_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static @Nullable InvitationOutcome outcome(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        int status = row.getInt("status");
        OptionalInt answer = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
        return switch (outcome) {
            case "ANSWERED" -> new Answered(new ParticipantId(row.getString("participant")));
            case "FAILED" -> new Failed(CallFailure.valueOf(row.getString("failure")), answer);
            case "CANCELLED" -> new Cancelled();
            default -> throw new IllegalStateException("Expected an outcome, but it is '" + outcome + "'");
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
