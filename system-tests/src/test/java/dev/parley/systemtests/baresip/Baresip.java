package dev.parley.systemtests.baresip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.audio.Wav;
import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Listener;
import dev.parley.systemtests.sip.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A telephone of another maker (Debian's {@code baresip-core}): says its tone from a file, records what it hears.
 *
 * <p>One process a phone, with a folder of its own.
 */
public final class Baresip implements Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SECONDS_OF_TONE = 120;

    private final Path folder;
    private final Account account;
    private final Tone tone;
    private final Process process;
    private final ControlLine control;

    private Baresip(Path folder, Account account, Tone tone, Process process, ControlLine control) {
        this.folder = folder;
        this.account = account;
        this.tone = tone;
        this.process = process;
        this.control = control;
    }

    /** Starts a phone that registers with {@code proxy}, unless {@code registering} is false. */
    public static Baresip start(
            Path folder, Account account, InetSocketAddress proxy, Tone tone, Codec codec, boolean registering) {
        try {
            Files.createDirectories(folder);
            Path voice = folder.resolve("voice.wav");
            Wav.tone(tone, codec.rate, SECONDS_OF_TONE).write(voice, codec.channels);
            int controlPort = freePort();
            Files.write(folder.resolve("config"), config(folder, voice, codec, controlPort));
            Files.writeString(folder.resolve("accounts"), line(account, proxy, codec, registering));
            Process process = new ProcessBuilder("baresip", "-f", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            ControlLine control = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> new ControlLine(Address.of("127.0.0.1", controlPort)), line -> true);
            return new Baresip(folder, account, tone, process, control);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> config(Path folder, Path voice, Codec codec, int controlPort) {
        List<String> lines = new ArrayList<>(List.of(
                "sip_listen 127.0.0.1:0",
                "net_interface 127.0.0.1",
                "audio_source aufile," + voice,
                "snd_path " + folder,
                "ctrl_tcp_listen 127.0.0.1:" + controlPort,
                "rtp_timeout 0",
                "module_path /usr/lib/baresip/modules",
                "module_tmp account.so",
                "module_app menu.so",
                "module_app ctrl_tcp.so"));
        Stream.of(codec.module, "aufile", "sndfile")
                .map(name -> "module " + name + ".so")
                .forEach(lines::add);
        return lines;
    }

    private static String line(Account account, InetSocketAddress proxy, Codec codec, boolean registering) {
        return "<" + account.uri() + ">;auth_user=" + account.user() + ";auth_pass=" + account.password()
                + ";outbound=\"sip:" + proxy.getHostString() + ":" + proxy.getPort() + "\";regint="
                + (registering ? 300 : 0) + ";audio_codecs=" + codec.name + ";answermode=auto\n";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String name() {
        return account.user();
    }

    @Override
    public Tone tone() {
        return tone;
    }

    public Baresip awaitRegistered() {
        // The event may come before anybody listens; the log has it in any case.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log()).contains("200 OK"));
        return this;
    }

    public Baresip calls(String number) {
        control.command("dial", "sip:" + number + "@" + account.domain());
        return this;
    }

    public Baresip awaitAnswered() {
        return awaits("CALL_ESTABLISHED");
    }

    public void awaitHungUp() {
        awaits("CALL_CLOSED");
    }

    public void hangsUp() {
        control.command("hangup", "");
        awaitHungUp();
    }

    /** RFC 4733 telephone events. */
    public Baresip presses(String keys) {
        control.command("sndcode", keys);
        return this;
    }

    public Baresip holds() {
        control.command("hold", "");
        return this;
    }

    public Baresip resumes() {
        control.command("resume", "");
        return this;
    }

    /** Dies as by {@code kill -9}: nothing is said any more, in SIP or in RTP. */
    public void dies() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Baresip awaits(String event) {
        try {
            control.await(event, PATIENCE);
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + event, e);
        }
    }

    @Override
    public Levels hears(Collection<Tone> tones, Duration duration) {
        double before = recording().map(Wav::seconds).orElse(0.0);
        Pause.of(duration);
        return recording()
                .map(whole -> whole.last(Math.min(duration.toMillis() / 1e3, whole.seconds() - before)))
                .filter(heard -> heard.samples().length > 0)
                .map(heard -> Levels.of(heard.samples(), heard.rate(), tones))
                .orElse(Levels.none());
    }

    // Each call writes a file of its own; the newest is the one that is going on.
    private Optional<Wav> recording() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("dec.wav"))
                    .max((one, other) -> one.getFileName().compareTo(other.getFileName()))
                    .map(Wav::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What baresip has told about itself. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            control.command("quit", "");
        }
        control.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
