package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.PastConference;
import dev.parley.conference.application.PastConference.Attendance;
import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.EndReason;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code conference} when a conference is over. */
final class PastConferenceTable {
    static final String COLUMNS = "select conference, room, started_at, ended_at, reason, most_at_once from conference";

    private static final String CLOSE = "update conference set reason = ?, most_at_once = ? where conference = ?";
    private static final String ATTENDED = """
            select participant, leg, number, role, joined_at, left_at, reason from participant
             where conference = ? order by joined_at, participant""";
    private static final String RECORDED =
            "select recording from recording where conference = ? order by started_at, recording";

    private PastConferenceTable() {}

    /** Closes the conference that this transition has ended; none: it has ended none. */
    static Optional<PastConference> close(Connection connection, Transition transition) throws SQLException {
        Optional<ConferenceEvent.ConferenceEnded> ended = ended(transition);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        ConferenceId conference = ended.get().conference();
        int most = PastConference.mostAtOnce(attendances(connection, conference, transition.now()));
        Selection.change(connection, CLOSE, ended.get().reason().name(), most, conference.value());
        return Selection.of(COLUMNS + " where conference = ?", conference.value())
                .first(connection, row -> read(connection, row));
    }

    private static Optional<ConferenceEvent.ConferenceEnded> ended(Transition transition) {
        return transition.decision() instanceof Decision.Accepted accepted
                ? accepted.events().stream()
                        .filter(ConferenceEvent.ConferenceEnded.class::isInstance)
                        .map(ConferenceEvent.ConferenceEnded.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    static PastConference read(Connection connection, ResultSet row) throws SQLException {
        ConferenceId conference = new ConferenceId(row.getString("conference"));
        Instant ended = InvitationTable.instant(row, "ended_at");
        return new PastConference(
                conference,
                new RoomId(row.getString("room")),
                InvitationTable.instant(row, "started_at"),
                ended,
                Optional.ofNullable(row.getString("reason")).map(EndReason::valueOf),
                row.getInt("most_at_once"),
                attendances(connection, conference, ended),
                Selection.of(RECORDED, conference.value())
                        .all(connection, found -> new RecordingId(found.getString(1))));
    }

    /** Who left with the conference itself, of an earlier version, left at its end. */
    private static List<Attendance> attendances(Connection connection, ConferenceId conference, Instant end)
            throws SQLException {
        return Selection.of(ATTENDED, conference.value())
                .all(
                        connection,
                        row -> new Attendance(
                                new ParticipantId(row.getString("participant")),
                                new LegId(row.getString("leg")),
                                row.getString("number"),
                                Role.valueOf(row.getString("role")),
                                InvitationTable.instant(row, "joined_at"),
                                Selection.instant(row, "left_at").orElse(end),
                                Optional.ofNullable(row.getString("reason"))
                                        .map(LeaveReason::valueOf)
                                        .orElse(LeaveReason.ENDED)));
    }
}
