package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Recordings.Recording;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recording. */
@Schema(name = "Recording", description = "What was recorded of a conference, or of one who was in it.")
public record RecordingView(
        String id,
        @Schema(examples = "910") String room,
        Optional<String> conferenceId,

        @Schema(description = "Who alone was recorded; left out: all who were heard.")
        Optional<String> participantId,

        @Schema(
                description = "It grows; it is being brought to its end; it can be fetched; its file is not there.",
                enumeration = {"recording", "ending", "finished", "missing"})
        String state,

        Optional<Instant> started,
        Optional<Instant> stopped,

        @Schema(description = "How long it is, as far as it is whole.")
        long seconds,

        @Schema(description = "How large it is, as far as it is whole.")
        long bytes,

        @Schema(description = "How many files it has: one, unless whoever wrote it had to begin anew.")
        int parts,

        @Schema(description = "The numbers of those who were in while it was made, or of the one.")
        List<String> speakers) {

    /** A page of them. */
    @Schema(name = "Recordings", description = "A page of recordings, the newest first.")
    public record Page(List<RecordingView> items) {}

    static RecordingView of(Recording recording, RecordingFiles files) {
        List<Long> sizes = files.find(recording).map(RecordingFiles::size).toList();
        return new RecordingView(
                recording.id().value(),
                recording.room().name(),
                recording.conference().map(ConferenceId::value),
                recording.participant().map(ParticipantId::value),
                state(recording, sizes.size()),
                recording.started(),
                recording.stopped(),
                recording.seconds(),
                sizes.stream().mapToLong(Long::longValue).sum(),
                recording.files().size(),
                recording.speakers());
    }

    static boolean goesOn(Recording recording) {
        return recording.started().isPresent() && recording.stopped().isEmpty();
    }

    private static String state(Recording recording, int there) {
        if (goesOn(recording)) {
            return "recording";
        }
        if (recording.files().isEmpty()) {
            return "ending";
        }
        return there == recording.files().size() ? "finished" : "missing";
    }
}
