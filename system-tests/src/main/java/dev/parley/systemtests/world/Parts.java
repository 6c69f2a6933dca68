package dev.parley.systemtests.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes that {@code ./parley up} has started: to be killed, and to be started again. */
public final class Parts {
    private static final int GONE_SECONDS = 10;
    private static final int UP_SECONDS = 120;

    private final Path home;

    /** @param home the folder of {@code ./parley} */
    public Parts(Path home) {
        this.home = home;
    }

    public ProcessHandle process(String part) throws IOException {
        String words = Files.readString(home.resolve(".parley/run").resolve(part + ".pid"));
        return ProcessHandle.of(Long.parseLong(words.strip().split(" ", 2)[0]))
                .orElseThrow(() -> new IllegalStateException(part + " is not running"));
    }

    /** As by {@code kill -9}, and waits until it is gone. */
    public void kill(String part) throws Exception {
        kill(process(part));
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(GONE_SECONDS, TimeUnit.SECONDS);
    }

    /** The database's server itself, with all its connections; {@link #up} starts it again. */
    public void killDatabase() throws Exception {
        kill("postgres");
        ProcessHandle server = databaseServer();
        List<ProcessHandle> connections = server.children().toList();
        kill(server);
        for (ProcessHandle connection : connections) {
            connection.onExit().get(GONE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The database's processes, which take connections and answer nothing until this is closed. */
    public record Stopped(List<Long> processes) implements AutoCloseable {
        private static void signal(String name, List<Long> processes) throws IOException {
            List<String> command = new ArrayList<>(List.of("kill", "-" + name));
            processes.forEach(process -> command.add(String.valueOf(process)));
            new ProcessBuilder(command).inheritIO().start().onExit().join();
        }

        @Override
        public void close() throws IOException {
            signal("CONT", processes);
        }
    }

    /** As by {@code kill -STOP}, the server with all its connections. */
    public Stopped stopDatabase() throws IOException {
        ProcessHandle server = databaseServer();
        List<Long> processes = Stream.concat(Stream.of(server), server.children())
                .map(ProcessHandle::pid)
                .toList();
        Stopped.signal("STOP", processes);
        return new Stopped(processes);
    }

    private ProcessHandle databaseServer() throws IOException {
        String words = Files.readString(home.resolve(".parley/data/postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(words.lines().findFirst().orElseThrow()))
                .orElseThrow(() -> new IllegalStateException("The database is not running"));
    }

    /** {@code ./parley up} starts what is missing and leaves the rest alone. */
    public void up() throws IOException, InterruptedException {
        up(Map.of());
    }

    /** The same, with more in the environment of what is started. */
    public void up(Map<String, String> environment) throws IOException, InterruptedException {
        Path log = Files.createTempFile("parley-up", ".log");
        ProcessBuilder command = new ProcessBuilder(home.resolve("parley").toString(), "up")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(environment);
        Process up = command.start();
        if (!up.waitFor(UP_SECONDS, TimeUnit.SECONDS) || up.exitValue() != 0) {
            throw new IllegalStateException("./parley up has failed: " + Files.readString(log));
        }
        Files.delete(log);
    }
}
