package dev.parley.media.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A port of ours that rtpengine sends one tap's RTP to, and a thread that puts it on a tape. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final int LARGEST_DATAGRAM = 65_536;
    private static final int TICK_MILLIS = 1000;

    private final DatagramSocket socket;
    private final Tape tape;
    private final Instant began;
    private final Supplier<Instant> clock;
    private final Timeline timeline = new Timeline();
    private final Thread thread;

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
                RtpPacket.of(ByteBuffer.wrap(buffer, 0, datagram.getLength()).slice())
                        .ifPresent(packet -> tape.put(timeline.place(packet, now()), packet.samples()));
            } catch (SocketTimeoutException e) {
                tape.tick(now());
            } catch (IOException e) {
                LOG.debugf("Receiving ended: %s", e.getMessage());
            }
        }
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
