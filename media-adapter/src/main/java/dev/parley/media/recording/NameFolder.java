package dev.parley.media.recording;

import dev.parley.contracts.id.RoomId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The names that were said in rooms, where rtpengine finds them, for as long as the room is. Files are called after a
 * digest of what they are, so that no name of a room or a request leads elsewhere.
 */
public final class NameFolder {
    private final Path folder;
    private final String seenAs;

    /**
     * @param folder where they are written
     * @param seenAs the same folder as rtpengine finds it
     */
    public NameFolder(Path folder, String seenAs) {
        this.folder = folder;
        this.seenAs = seenAs;
    }

    public void put(RoomId room, String request, Samples name) {
        Path file = of(room).resolve(digest(request) + ".wav");
        try {
            Files.createDirectories(of(room));
            Path whole = file.resolveSibling(digest(request) + ".new");
            Files.deleteIfExists(whole);
            WavFile.write(whole, name);
            whole.toFile().setReadable(true, false);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, as rtpengine finds it. */
    public Optional<String> file(RoomId room, String request) {
        return Files.exists(of(room).resolve(digest(request) + ".wav"))
                ? Optional.of(seenAs + "/" + digest(room.value()) + "/" + digest(request) + ".wav")
                : Optional.empty();
    }

    /** The room is over. */
    public void forget(RoomId room) {
        delete(of(room));
    }

    /** Forgets what rooms have left that were over while no process was there; what is newer may be just beginning. */
    public void forgetAllBut(Collection<RoomId> rooms, Instant olderThan) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> kept = rooms.stream().map(this::of).toList();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(it -> !kept.contains(it))
                    .filter(it -> RecordingFolder.changed(it).isBefore(olderThan))
                    .forEach(NameFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path of(RoomId room) {
        return folder.resolve(digest(room.value()));
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
