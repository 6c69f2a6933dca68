package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL that outlived the process which had started it, after a kill -9 say, and still holds the directory. Ending
 * it the hard way loses nothing: what was committed is on disk.
 */
final class EarlierPostmaster {
    private static final long LONGEST_END_SECONDS = 20;

    private EarlierPostmaster() {}

    /** Ends it with all its workers, if there is one; a new server may start then. */
    static void end(Path directory) throws IOException {
        Path lock = directory.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        Optional<ProcessHandle> postmaster = postmaster(lock);
        if (postmaster.isPresent()) {
            // PostgreSQL refuses to start as long as a single worker of the earlier one holds the shared memory.
            List<ProcessHandle> all = Stream.concat(
                            postmaster.stream(), postmaster.get().descendants())
                    .toList();
            postmaster.get().destroyForcibly();
            awaitEnd(all);
        }
        Files.deleteIfExists(lock);
    }

    /** Empty when the id in the lock file is nobody's, or by now somebody else's. */
    private static Optional<ProcessHandle> postmaster(Path lock) throws IOException {
        return Files.readAllLines(lock).stream()
                .findFirst()
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id.strip())))
                .filter(handle -> handle.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent());
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
