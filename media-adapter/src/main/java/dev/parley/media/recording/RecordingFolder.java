package dev.parley.media.recording;

import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where recordings are kept: {@code <tenant>/<recording>.wav}, and {@code <tenant>/<recording>@<room>.part} as long as
 * one grows.
 */
public final class RecordingFolder {
    private static final String GROWING = ".part";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

    private final Path folder;

    public RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /** A recording that still grows, or that nobody has brought to its end. */
    record Growing(RoomId room, RecordingId recording, Path path) {}

    /** A recording that is whole; the file is relative to the folder. */
    record Whole(String file, long seconds) {}

    /** The file of a recording as long as it grows; empty when the id is no plain name. */
    Optional<Growing> growing(RoomId room, RecordingId recording) {
        String tenant = room.tenant().value();
        if (!PLAIN.matcher(recording.value()).matches()
                || !PLAIN.matcher(tenant).matches()) {
            return Optional.empty();
        }
        String name = recording + "@" + URLEncoder.encode(room.name(), StandardCharsets.UTF_8) + GROWING;
        return Optional.of(new Growing(room, recording, tenantFolder(tenant).resolve(name)));
    }

    /** It grows no more. A name that is taken already, by an earlier part of the same recording, gets a number. */
    Whole finished(Growing growing) {
        try (WavFile file = WavFile.open(growing.path())) {
            Path target = free(growing);
            Files.move(growing.path(), target, StandardCopyOption.ATOMIC_MOVE);
            String name = folder.relativize(target).toString();
            return new Whole(name, (file.length() + Samples.RATE / 2) / Samples.RATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that have not grown since. */
    List<Growing> leftSince(Instant time) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(it -> it.getFileName().toString().endsWith(GROWING))
                    .filter(it -> changed(it).isBefore(time))
                    .flatMap(it -> read(it).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private static Path free(Growing growing) {
        Path path = growing.path().resolveSibling(growing.recording() + ".wav");
        for (int number = 2; Files.exists(path); number++) {
            path = growing.path().resolveSibling(growing.recording() + "-" + number + ".wav");
        }
        return path;
    }

    private Optional<Growing> read(Path path) {
        Path relative = folder.relativize(path);
        String name = path.getFileName().toString();
        int at = name.indexOf('@');
        if (at < 1 || relative.getNameCount() != 2) {
            return Optional.empty();
        }
        String room =
                URLDecoder.decode(name.substring(at + 1, name.length() - GROWING.length()), StandardCharsets.UTF_8);
        return Optional.of(new Growing(
                new RoomId(relative.getName(0) + ":" + room), new RecordingId(name.substring(0, at)), path));
    }

    /** What was said is nobody's but the service's user and group. */
    private Path tenantFolder(String tenant) {
        try {
            return Files.createDirectories(
                    folder.resolve(tenant),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
