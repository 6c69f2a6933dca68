package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes that {@code ./parley up} has started: to be killed, and to be started again. */
final class Parts {
    private final Path home;

    Parts(Path home) {
        this.home = home;
    }

    /** As by {@code kill -9}, and waits until it is gone. */
    void kill(String part) throws Exception {
        String words = Files.readString(home.resolve(".parley/run").resolve(part + ".pid"));
        ProcessHandle process = ProcessHandle.of(Long.parseLong(words.strip().split(" ", 2)[0]))
                .orElseThrow(() -> new AssertionError(part + " is not running"));
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** The database's server itself, with all its connections; {@link #up} starts it again. */
    void killDatabase() throws Exception {
        kill("postgres");
        String words = Files.readString(home.resolve(".parley/data/postgres/postmaster.pid"));
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(words.lines().findFirst().orElseThrow()))
                .orElseThrow(() -> new AssertionError("The database is not running"));
        List<ProcessHandle> connections = server.children().toList();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        for (ProcessHandle connection : connections) {
            connection.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /** {@code ./parley up} starts what is missing and leaves the rest alone. */
    void up() throws IOException, InterruptedException {
        Path log = Files.createTempFile("parley-up", ".log");
        Process up = new ProcessBuilder(home.resolve("parley").toString(), "up")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(up.waitFor(120, TimeUnit.SECONDS))
                .as("./parley up has ended")
                .isTrue();
        assertThat(up.exitValue()).as("%s", Files.readString(log)).isZero();
        Files.delete(log);
    }
}
