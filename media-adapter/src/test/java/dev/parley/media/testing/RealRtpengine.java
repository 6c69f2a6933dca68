package dev.parley.media.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgRequest;
import dev.parley.media.ng.UdpNgClient;
import dev.parley.testsupport.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An rtpengine of the test's own, with the settings that Parley ships, on ports of its own: the machine's if it can mix, else the one in the private Debian
 * root that {@code ./parley} makes. Without either a test fails and says so; none is skipped.
 */
public final class RealRtpengine implements AutoCloseable {
    private static final int PORTS = 600;
    private static final List<String> REAL_TIME = List.of("chrt", "--rr", "10");

    private final Process process;
    private final int ngPort;
    private final Path log;
    private final String promptsDir;
    private final Path ownPrompts;
    private final String ownPromptsSeenAs;

    private RealRtpengine(
            Process process, int ngPort, Path log, String promptsDir, Path ownPrompts, String ownPromptsSeenAs) {
        this.process = process;
        this.ngPort = ngPort;
        this.log = log;
        this.promptsDir = promptsDir;
        this.ownPrompts = ownPrompts;
        this.ownPromptsSeenAs = ownPromptsSeenAs;
    }

    public static RealRtpengine start(int dtmfPort) {
        try {
            Optional<Path> root = hostCanMix() ? Optional.empty() : Optional.of(privateRoot());
            Path scratch = Files.createTempDirectory(
                    Files.createDirectories(root.orElse(Path.of("/")).resolve("tmp")), "parley-media-");
            Path prompts = copyPrompts(scratch.resolve("prompts"));
            Path configuration = Files.copy(Path.of("../rtpengine/rtpengine.conf"), scratch.resolve("rtpengine.conf"));
            int ngPort = FreePorts.one();
            int first = ThreadLocalRandom.current().nextInt(200, 290) * 100;
            var command = new ArrayList<String>();
            root.ifPresent(it -> command.addAll(List.of("chroot", it.toString())));
            if (mayRunInRealTime()) {
                command.addAll(REAL_TIME);
            }
            command.addAll(List.of(
                    "rtpengine",
                    "--config-file=" + inside(root, configuration),
                    "--config-section=parley",
                    "--listen-ng=127.0.0.1:" + ngPort,
                    "--listen-tcp-ng=127.0.0.1:" + ngPort,
                    "--listen-cli=127.0.0.1:" + FreePorts.one(),
                    "--listen-http=127.0.0.1:" + FreePorts.one(),
                    "--pidfile=" + inside(root, scratch) + "/pid",
                    "--port-min=" + first,
                    "--port-max=" + (first + PORTS),
                    "--dtmf-log-dest=127.0.0.1:" + dtmfPort));
            Path log = scratch.resolve("log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var started = new RealRtpengine(
                    process,
                    ngPort,
                    log,
                    inside(root, prompts),
                    scratch.resolve("own"),
                    inside(root, scratch.resolve("own")));
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress ng() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), ngPort);
    }

    /** As rtpengine sees it. */
    public String promptsDir() {
        return promptsDir;
    }

    /** A folder for tenants' prompts. */
    public Path ownPrompts() {
        return ownPrompts;
    }

    /** The same as rtpengine sees it. */
    public String ownPromptsSeenAs() {
        return ownPromptsSeenAs;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private void awaitReady() throws IOException {
        try (var ng = new UdpNgClient(ng(), Duration.ofMillis(200), 1)) {
            await().atMost(20, SECONDS).untilAsserted(() -> {
                assertTrue(process.isAlive(), () -> "rtpengine ended: " + log());
                assertTrue(ng.send(NgRequest.of("ping")) instanceof NgReply.Done);
            });
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path privateRoot() {
        String given = System.getenv("PARLEY_FORKY_ROOT");
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .orElse(System.getProperty("user.home") + "/.cache");
        Path root = given != null ? Path.of(given) : Path.of(cache, "parley", "forky");
        assertTrue(
                Files.isExecutable(root.resolve("usr/bin/rtpengine")),
                () -> "No rtpengine 26 or newer on this machine and none in " + root + ": run ./parley up once");
        return root;
    }

    /** As {@code ./parley up} does, where it may. */
    private static boolean mayRunInRealTime() throws IOException {
        var attempt = new ArrayList<>(REAL_TIME);
        attempt.add("true");
        try {
            return new ProcessBuilder(attempt)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean hostCanMix() throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "rtpengine")));
        if (!there) {
            return false;
        }
        Process asked = new ProcessBuilder("rtpengine", "--version")
                .redirectErrorStream(true)
                .start();
        var version = Pattern.compile("Version: (\\d+)")
                .matcher(new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        return version.find() && Integer.parseInt(version.group(1)) >= 26;
    }

    private static Path copyPrompts(Path to) throws IOException {
        Path from = Path.of("../prompts/en");
        assertTrue(Files.isDirectory(from), "The prompts are expected in prompts/en of the repository");
        Files.createDirectories(to.resolve("en"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve("en").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.write(to.resolve("en/tone.wav"), Tone.wav(Tone.PROMPT, Duration.ofMillis(1500)));
        Files.write(to.resolve("en/other-tone.wav"), Tone.wav(Tone.OTHER_PROMPT, Duration.ofMillis(1500)));
        return to;
    }

    private static String inside(Optional<Path> root, Path path) {
        return root.map(it -> "/" + it.relativize(path)).orElse(path.toString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> scratch = Files.walk(log.getParent())) {
                scratch.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
