package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.audio.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Sound for hundreds of legs from one thread: what is sent has been encoded before, what comes is counted. Each leg sends every 20 ms; they are spread
 * evenly over these, a millisecond apart. Thread-safe.
 */
final class RtpLoad implements AutoCloseable {
    /** By which the thread is found among those of the process; Linux keeps 15 characters. */
    static final String THREAD = "rtp-load";

    private static final int STEPS = 20;
    private static final long STEP = 1_000_000;
    /** A second of tone comes back to where it began. */
    private static final int SECOND = AudioSource.RATE / LoadLeg.FRAME;

    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<List<LoadLeg>> steps = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(2048);
    private int opened;
    private long latest;

    RtpLoad() {
        for (int step = 0; step < STEPS; step++) {
            steps.add(new ArrayList<>());
        }
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name(THREAD).daemon().start(this::run);
    }

    /** A leg at this address, which sends as soon as it is connected. */
    LoadLeg open(InetSocketAddress address, boolean talking) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.configureBlocking(false);
            channel.bind(address);
            return ask(() -> add(channel, talking));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadLeg add(DatagramChannel channel, boolean talking) {
        LoadLeg leg = new LoadLeg(channel, talking ? tone(Tone.of(opened)) : silence());
        try {
            channel.register(selector, SelectionKey.OP_READ, leg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        steps.get(opened % STEPS).add(leg);
        opened++;
        return leg;
    }

    private static byte[] tone(Tone tone) {
        AudioSource source = AudioSource.tone(tone);
        byte[] sound = new byte[SECOND * LoadLeg.FRAME];
        for (int frame = 0; frame < SECOND; frame++) {
            System.arraycopy(G711.PCMU.encode(source.next()), 0, sound, frame * LoadLeg.FRAME, LoadLeg.FRAME);
        }
        return sound;
    }

    private static byte[] silence() {
        byte[] sound = new byte[LoadLeg.FRAME];
        Arrays.fill(sound, (byte) 0xFF);
        return sound;
    }

    /** Counts from now on. */
    void begin(List<LoadLeg> legs) {
        ask(() -> {
            latest = 0;
            long now = System.nanoTime();
            legs.forEach(leg -> leg.begin(now));
            return true;
        });
    }

    /** What has come since {@link #begin}. */
    List<LoadLeg.Received> end(List<LoadLeg> legs) {
        return ask(() -> {
            long now = System.nanoTime();
            return legs.stream().map(leg -> leg.end(now)).toList();
        });
    }

    /** By how much the load itself was late, at worst, since {@link #begin}: no gap is known better than that. */
    Duration late() {
        return Duration.ofNanos(ask(() -> latest));
    }

    void drop(List<LoadLeg> legs) {
        ask(() -> {
            steps.forEach(step -> step.removeAll(legs));
            return true;
        });
        legs.forEach(LoadLeg::close);
    }

    private <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(() -> answer.complete(question.get()));
        selector.wakeup();
        return answer.join();
    }

    private void run() {
        long due = System.nanoTime();
        int step = 0;
        try {
            while (selector.isOpen()) {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                long late = System.nanoTime() - due;
                if (late >= 0) {
                    latest = Math.max(latest, late);
                    steps.get(step).forEach(LoadLeg::send);
                    step = (step + 1) % STEPS;
                    due += STEP;
                    selector.selectNow(this::read);
                } else {
                    selector.select(this::read, 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        ((LoadLeg) key.attachment()).receive(scratch);
    }

    @Override
    public void close() {
        try {
            selector.close();
            thread.join(Duration.ofSeconds(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
