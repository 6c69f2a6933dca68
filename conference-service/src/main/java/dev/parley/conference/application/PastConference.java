package dev.parley.conference.application;

import dev.parley.conference.domain.EndReason;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conference that is over.
 *
 * @param reason none: it ended before reasons were kept
 * @param participants in the order in which they came
 */
public record PastConference(
        ConferenceId id,
        RoomId room,
        Instant started,
        Instant ended,
        Optional<EndReason> reason,
        int mostAtOnce,
        List<Attendance> participants,
        List<RecordingId> recordings) {
    /** One who was in. */
    public record Attendance(
            ParticipantId participant,
            LegId leg,
            String number,
            Role role,
            Instant joined,
            Instant left,
            LeaveReason reason) {}

    public PastConference {
        participants = List.copyOf(participants);
        recordings = List.copyOf(recordings);
    }

    /** How many were in at the same time; who comes as another goes is not. */
    public static int mostAtOnce(List<Attendance> attendances) {
        return attendances.stream()
                .mapToInt(one -> (int) attendances.stream()
                        .filter(other -> other.equals(one)
                                || (!other.joined().isAfter(one.joined())
                                        && other.left().isAfter(one.joined())))
                        .count())
                .max()
                .orElse(0);
    }
}
