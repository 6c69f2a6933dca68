package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.PastConference;
import dev.parley.conference.application.PastConference.Attendance;
import dev.parley.conference.domain.EndReason;
import dev.parley.contracts.id.RecordingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is left of a conference. */
@Schema(name = "ConferenceRecord", description = "A conference that is over.")
public record ConferenceRecordView(
        String id,
        @Schema(examples = "910") String room,
        Instant started,
        Instant ended,
        long seconds,

        @Schema(
                description = "Why it is over.",
                enumeration = {"last_left", "moderator_left", "owner_left", "ended_for_all", "nobody_came"})
        Optional<String> reason,

        @Schema(description = "How many were in at the same time.")
        int mostAtOnce,

        @Schema(description = "Who was in, in the order in which they came.")
        List<AttendanceView> participants,

        @Schema(description = "What was recorded of it.") List<String> recordingIds) {

    /** One who was in. */
    @Schema(name = "Attendance", description = "One who was in.")
    public record AttendanceView(
            String participantId,
            @Schema(description = "Its call record.") String legId,
            String number,

            @Schema(enumeration = {"moderator", "participant"})
            String role,

            Instant joined,
            Instant left,

            @Schema(enumeration = {"hung_up", "lost", "removed", "media_failed", "kicked", "ended"})
            String reason) {
        static AttendanceView of(Attendance one) {
            return new AttendanceView(
                    one.participant().value(),
                    one.leg().value(),
                    one.number(),
                    ParticipantView.lower(one.role()),
                    one.joined(),
                    one.left(),
                    ParticipantView.lower(one.reason()));
        }
    }

    /** A page of them. */
    @Schema(name = "ConferenceRecords", description = "A page of records, the newest first.")
    public record Page(List<ConferenceRecordView> items) {
        static Object of(List<PastConference> found) {
            return new Page(found.stream().map(ConferenceRecordView::of).toList());
        }
    }

    static ConferenceRecordView of(PastConference past) {
        return new ConferenceRecordView(
                past.id().value(),
                past.room().name(),
                past.started(),
                past.ended(),
                Duration.between(past.started(), past.ended()).toSeconds(),
                past.reason().map((EndReason reason) -> ParticipantView.lower(reason)),
                past.mostAtOnce(),
                past.participants().stream().map(AttendanceView::of).toList(),
                past.recordings().stream().map(RecordingId::value).toList());
    }

    static Object table(List<PastConference> found) {
        Csv csv = new Csv(
                "id", "room", "started", "ended", "seconds", "reason", "most_at_once", "participants", "recordings");
        found.stream()
                .map(ConferenceRecordView::of)
                .forEach(view -> csv.row(
                        view.id,
                        view.room,
                        view.started,
                        view.ended,
                        view.seconds,
                        view.reason,
                        view.mostAtOnce,
                        view.participants.size(),
                        view.recordingIds.size()));
        return csv.toString();
    }
}
