package dev.parley.conference.application;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was recorded. All of it throws {@link StorageUnavailable}. */
public interface Recordings {
    /** A file of it is whole. Said twice, it means the same as once. */
    void finished(RoomId room, RecordingId recording, String file, long seconds, Instant now);

    /** The newest first. */
    List<Recording> find(TenantId tenant, PastQuery query);

    Optional<Recording> find(TenantId tenant, RecordingId recording);

    /** It is shown no more; its files are the caller's to remove. */
    void delete(TenantId tenant, RecordingId recording, Instant now);

    /**
     * One recording.
     *
     * @param participant who alone was recorded; none: all who were heard
     * @param started none: that was before recordings were kept
     * @param stopped none: it goes on
     * @param files that are whole, in order
     * @param speakers the numbers of those who were in while it was made
     * @param known when it was first heard of
     */
    record Recording(
            RecordingId id,
            RoomId room,
            Optional<ConferenceId> conference,
            Optional<ParticipantId> participant,
            Optional<Instant> started,
            Optional<Instant> stopped,
            List<Part> files,
            List<String> speakers,
            Instant known) {
        public Recording {
            files = List.copyOf(files);
            speakers = List.copyOf(speakers);
        }

        public long seconds() {
            return files.stream().mapToLong(Part::seconds).sum();
        }
    }

    /** A file, as a path under the folder of recordings. */
    record Part(String file, long seconds) {}
}
