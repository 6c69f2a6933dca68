package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * What a killed process has left in the data directory: perhaps a PostgreSQL that still runs, in any case its lock file.
 * Both must go, or no other starts there.
 */
record Postmaster(Path lockFile, long pid) {
    private static final int SECONDS_TO_STOP = 10;

    static Optional<Postmaster> leftIn(Path directory) throws IOException {
        Path lockFile = directory.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                lockFile, Long.parseLong(Files.readAllLines(lockFile).getFirst().strip())));
    }

    /** Ends it if it still runs, as PostgreSQL wants to be ended, and takes the lock away. */
    void remove() throws IOException {
        Optional<ProcessHandle> running = ProcessHandle.of(pid).filter(process -> isPostgres());
        if (running.isPresent()) {
            running.get().destroy();
            try {
                running.get()
                        .onExit()
                        .orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                throw new IOException("A PostgreSQL with process id " + pid + " does not stop", e);
            }
        }
        Files.deleteIfExists(lockFile);
    }

    /** A zombie, or a stranger that has got the same id since, is none. */
    private boolean isPostgres() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return status.contains("(postgres)") && !status.contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
