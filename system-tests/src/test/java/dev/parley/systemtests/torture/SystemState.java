package dev.parley.systemtests.torture;

import dev.parley.systemtests.world.MediaProbe;
import dev.parley.systemtests.world.MetricsPage;
import dev.parley.systemtests.world.Parts;
import dev.parley.systemtests.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the system uses at one moment, by its own account: who runs, what is in memory, which calls there are. */
final class SystemState {
    private static final List<String> PARTS = List.of(
            "postgres",
            "kafka",
            "rtpengine",
            "directory-service",
            "media-adapter",
            "conference-service",
            "call-control-service",
            "kamailio");
    private static final List<String> LOGS =
            List.of("call-control-service", "conference-service", "media-adapter", "directory-service");
    private static final String CALL_CONTROL = "call-control-service";
    private static final Pattern TROUBLE = Pattern.compile("\"level\":\"(?:ERROR|FATAL)\"");
    private static final Pattern CRASH = Pattern.compile("CRITICAL|BUG|segfault|core dump|ABRT|SIGSEGV");
    private static final long COMMAND_SECONDS = 10;

    private final World world;
    private final Path home;
    private final Parts parts;

    SystemState(World world, Path home) {
        this.world = world;
        this.home = home;
        this.parts = new Parts(home);
    }

    /** The process of each part; who has crashed and come back has another one. */
    Map<String, Long> processes() throws IOException {
        Map<String, Long> processes = new TreeMap<>();
        for (String part : PARTS) {
            processes.put(part, parts.process(part).pid());
        }
        return processes;
    }

    /** Kamailio's transactions in memory. */
    long transactions() throws IOException, InterruptedException {
        return number(kamailio("tm.stats"), "current");
    }

    /** Kamailio's shared memory in use, bytes. */
    long sharedMemory() throws IOException, InterruptedException {
        return number(kamailio("core.shmmem"), "used");
    }

    /** call-control's memory in use after a collection, bytes. */
    long heap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        run(List.of(jcmd.toString(), String.valueOf(parts.process(CALL_CONTROL).pid()), "GC.run"));
        return (long) meter("jvm_memory_used_bytes", "area=\"heap\"");
    }

    long threads() {
        return (long) meter("jvm_threads_live_threads");
    }

    /** Legs that call-control has, calls that wait for somebody, and outside calls. */
    long legs() {
        return (long) (meter("parley_call_legs") + meter("parley_call_pending") + meter("parley_call_outside"));
    }

    private double meter(String name, String... labels) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return MetricsPage.of(client, world.services().get(CALL_CONTROL)).sum(name, labels);
        }
    }

    /** rtpengine's calls. */
    List<String> mediaCalls() {
        return new MediaProbe(world).calls();
    }

    /** How long each log is. */
    Map<String, Long> logs() throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        for (String log : LOGS) {
            lengths.put(log, Files.size(log(log)));
        }
        lengths.put("kamailio", Files.size(log("kamailio")));
        return lengths;
    }

    /** What the logs tell of errors and crashes behind those lengths; that of Kamailio of crashes only, for its errors are others'. */
    List<String> trouble(Map<String, Long> since) throws IOException {
        return since.entrySet().stream()
                .flatMap(log -> trouble(log.getKey(), log.getValue()))
                .limit(20)
                .toList();
    }

    private Stream<String> trouble(String name, long since) {
        Pattern wanted = name.equals("kamailio") ? CRASH : TROUBLE;
        try (var file = Files.newInputStream(log(name))) {
            file.skipNBytes(since);
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> wanted.matcher(line).find())
                    .map(line -> name + ": " + line.substring(0, Math.min(line.length(), 1_000)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(String name) {
        return home.resolve(".parley/logs").resolve(name + ".log");
    }

    // Kamailio's own tool, out of the root that it runs in, with the libraries there.
    private String kamailio(String command) throws IOException, InterruptedException {
        Path root = Path.of("/proc/" + parts.process("kamailio").pid() + "/root");
        return run(List.of(
                root.resolve("lib64/ld-linux-x86-64.so.2").toString(),
                "--library-path",
                root.resolve("usr/lib/x86_64-linux-gnu").toString(),
                root.resolve("usr/sbin/kamcmd").toString(),
                "-s",
                "unixs:" + root.resolve("run/kamailio/kamailio_ctl"),
                command));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command.stream().collect(Collectors.joining(" ")) + ": " + output);
        }
        return output;
    }

    private static long number(String output, String name) {
        Matcher number = Pattern.compile("(?m)^\\s*" + name + ": (\\d+)").matcher(output);
        if (!number.find()) {
            throw new IllegalStateException("No " + name + " in " + output);
        }
        return Long.parseLong(number.group(1));
    }
}
