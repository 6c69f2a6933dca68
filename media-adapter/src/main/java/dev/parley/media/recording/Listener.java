package dev.parley.media.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A port of ours that rtpengine sends one tap's RTP to, and a thread that puts it on a tape. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final int LARGEST_DATAGRAM = 65_536;
    private static final int TICK_MILLIS = 1000;
    /** In samples: half a second. */
    private static final long QUIET = Samples.RATE / 2;

    private final DatagramSocket socket;
    private final Tape tape;
    private final Instant began;
    private final Supplier<Instant> clock;
    private final Timeline timeline = new Timeline();
    private final Thread thread;
    private @Nullable SocketAddress source;
    private long heard = -QUIET;

    /**
     * @param host the address of ours that rtpengine reaches
     * @param began what the positions on the tape count from
     */
    Listener(InetAddress host, Tape tape, Instant began, Supplier<Instant> clock) {
        this.tape = tape;
        this.began = began;
        this.clock = clock;
        try {
            socket = new DatagramSocket(new InetSocketAddress(host, 0));
            socket.setSoTimeout(TICK_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not listen for what is to be recorded on " + host, e);
        }
        thread = Thread.ofPlatform().name("tap-" + port()).daemon().start(this::receive);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How far the tape should be by now, in samples. */
    long now() {
        return Math.max(0, Samples.in(Duration.between(began, clock.get())));
    }

    private void receive() {
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        while (!socket.isClosed()) {
            var datagram = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(datagram);
                take(
                        datagram.getSocketAddress(),
                        ByteBuffer.wrap(buffer, 0, datagram.getLength()).slice());
            } catch (SocketTimeoutException e) {
                tape.tick(now());
            } catch (IOException e) {
                LOG.debugf("Receiving ended: %s", e.getMessage());
            }
        }
    }

    /** Whoever else finds the port is not recorded: the first to send goes on until it has been quiet for a while. */
    private void take(SocketAddress from, ByteBuffer datagram) {
        long now = now();
        if (!from.equals(source) && now - heard < QUIET) {
            return;
        }
        RtpPacket.of(datagram).ifPresent(packet -> {
            source = from;
            heard = now;
            tape.put(timeline.place(packet, now), packet.samples());
        });
    }

    /** Nothing is put on the tape after this. */
    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
