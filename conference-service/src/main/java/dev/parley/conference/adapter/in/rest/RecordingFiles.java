package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Recordings.Part;
import dev.parley.conference.application.Recordings.Recording;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The files of recordings. */
@ApplicationScoped
public class RecordingFiles {
    private static final Logger LOG = Logger.getLogger(RecordingFiles.class);

    private final Path folder;

    RecordingFiles(RecordingConfig config) {
        this.folder = Path.of(config.dir()).toAbsolutePath().normalize();
    }

    /** The file, where it is there; never one outside of the folder. */
    Optional<Path> find(Part part) {
        return Optional.of(folder.resolve(part.file()).normalize())
                .filter(path -> path.startsWith(folder))
                .filter(Files::isRegularFile);
    }

    Stream<Path> find(Recording recording) {
        return recording.files().stream().flatMap(part -> find(part).stream());
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Recording recording) {
        find(recording).forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.errorf("recording is not deleted recordingId=%s error=%s", recording.id(), e.getMessage());
                throw new UncheckedIOException(e);
            }
        });
    }
}
