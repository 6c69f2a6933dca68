package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The switch behind a trunk, by sipp: takes one call, as its scenario says, and ends. */
final class SippCarrier implements AutoCloseable {
    private static final int TONE_FRAMES = 50;

    private final Process process;
    private final Path folder;

    private SippCarrier(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it. It may take a moment until it listens; INVITEs over UDP are repeated.
     *
     * @param folder where it leaves what it has written; of its own
     * @param scenario the name of one in {@code sipp/}
     * @param tone what is heard of it, where the scenario has audio
     */
    static SippCarrier start(Path folder, World.Trunk trunk, String scenario, Tone tone) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("tone.ulaw"), second(tone));
            try (InputStream source = SippCarrier.class.getResourceAsStream("/sipp/" + scenario + ".xml")) {
                if (source == null) {
                    throw new IllegalArgumentException("There is no scenario " + scenario);
                }
                Files.copy(source, folder.resolve("scenario.xml"));
            }
            List<String> command = List.of(
                    "sipp",
                    "-sf",
                    "scenario.xml",
                    "-i",
                    trunk.host(),
                    "-p",
                    String.valueOf(trunk.port()),
                    "-m",
                    "1",
                    "-nostdin",
                    "-trace_msg",
                    "-message_file",
                    "messages.txt",
                    "-trace_err",
                    "-error_file",
                    "errors.txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen.txt").toFile())
                    .start();
            return new SippCarrier(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // All tones are whole numbers of hertz: a second of one goes on without a click when it begins again.
    private static byte[] second(Tone tone) {
        AudioSource source = AudioSource.tone(tone);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < TONE_FRAMES; i++) {
            octets.writeBytes(G711.PCMU.encode(source.next()));
        }
        return octets.toByteArray();
    }

    /** Waits until its scenario has come to its end, all in order and nothing left out. */
    void awaitEnd(Duration limit) throws InterruptedException {
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ended && process.exitValue() == 0).as("%s", this).isTrue();
    }

    /** Whether a request of this method has come. */
    boolean hasReceived(String method) {
        return written("messages.txt").contains("\n" + method + " sip:");
    }

    /** How many calls have come, also those that it would not take. */
    long calls() {
        return written("messages.txt")
                .lines()
                .dropWhile(line -> !line.startsWith("INVITE sip:"))
                .filter(line -> line.startsWith("Call-ID:"))
                .distinct()
                .count();
    }

    private String written(String file) {
        try {
            return Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    @Override
    public String toString() {
        return "sipp, " + (process.isAlive() ? "running" : "exit value " + process.exitValue()) + "\n"
                + written("errors.txt") + written("messages.txt");
    }
}
