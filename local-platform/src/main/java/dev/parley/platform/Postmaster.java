package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a killed process has left in the data directory: perhaps a PostgreSQL that still runs, in any case its lock file.
 * Both must go, or no other starts there.
 */
record Postmaster(Path lockFile, long pid) {
    private static final Duration LONGEST_END = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    static Optional<Postmaster> leftIn(Path directory) throws IOException {
        Path lockFile = directory.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                lockFile, Long.parseLong(Files.readAllLines(lockFile).getFirst().strip())));
    }

    /**
     * Ends it if it still runs, and takes the lock away.
     *
     * <p>The hard way: a polite end waits for clients, who may never leave, and what was committed is on disk.
     */
    void remove() throws IOException {
        if (isPostgres(pid)) {
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow(() -> new IOException("gone: " + pid));
            // PostgreSQL refuses to start while a single worker of the earlier one holds the shared memory.
            List<Long> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .map(ProcessHandle::pid)
                    .toList();
            postmaster.destroyForcibly();
            awaitEnd(all);
        }
        Files.deleteIfExists(lockFile);
    }

    private void awaitEnd(List<Long> processes) throws IOException {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        while (processes.stream().anyMatch(Postmaster::isPostgres)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("A PostgreSQL with process id " + pid + " does not stop");
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while a PostgreSQL was stopping", e);
            }
        }
    }

    /** A zombie, or a stranger that has got the same id since, is none. */
    private static boolean isPostgres(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return status.contains("(postgres)") && !status.contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
