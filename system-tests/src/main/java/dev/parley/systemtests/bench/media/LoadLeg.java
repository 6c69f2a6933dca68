package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.rtp.Sdp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The sound of one leg, counted and not kept. {@link #connect} and {@link #close} are for any thread, what counts and sends for the thread of its
 * {@link RtpLoad} alone.
 */
final class LoadLeg implements AutoCloseable {
    /** Samples in a packet, 20 ms. */
    static final int FRAME = 160;

    private static final int HEADER = 12;
    private static final long WIDE = Duration.ofMillis(60).toNanos();

    private final DatagramChannel channel;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(HEADER + FRAME);
    private final byte[] sound;
    private volatile boolean connected;
    private int sequence = ThreadLocalRandom.current().nextInt(1 << 15);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private int frame;

    private long packets;
    private long wideGaps;
    private long widest;
    private long last;

    /** What came in a stretch of time: packets, gaps of more than 60 ms, and the longest, also before the first packet and after the last. */
    record Received(long packets, long wideGaps, Duration widest) {}

    /** @param sound a whole number of frames in PCMU, sent over and over */
    LoadLeg(DatagramChannel channel, byte[] sound) {
        this.channel = channel;
        this.sound = sound;
        packet.put((byte) 0x80).put((byte) 0).position(8);
        packet.putInt(ThreadLocalRandom.current().nextInt());
    }

    Sdp sdp() {
        Map<Integer, String> payloads = new LinkedHashMap<>();
        payloads.put(0, "PCMU/8000");
        payloads.put(Sdp.TELEPHONE_EVENT, "telephone-event/8000");
        return new Sdp("1", 1, local(), payloads, Sdp.Direction.SENDRECV);
    }

    private InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on to there, and taken from there alone. */
    synchronized void connect(InetSocketAddress peer) {
        try {
            if (channel.isConnected()) {
                channel.disconnect();
            }
            channel.connect(peer);
            connected = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next 20 ms. */
    void send() {
        if (!connected) {
            return;
        }
        sequence++;
        timestamp += FRAME;
        packet.clear();
        packet.putShort(2, (short) sequence).putInt(4, timestamp);
        packet.put(HEADER, sound, frame, FRAME);
        frame = (frame + FRAME) % sound.length;
        try {
            channel.write(packet);
        } catch (IOException e) {
            // Nobody listens there (yet, or any more): it is what does not come back that counts.
        }
    }

    /** All that has come by now; before there is a peer it is nobody's, as the announcement of a refusal. */
    void receive(ByteBuffer scratch) {
        try {
            if (connected) {
                while (channel.read(scratch.clear()) > 0) {
                    arrived(System.nanoTime());
                }
            } else {
                while (channel.receive(scratch.clear()) != null) {
                    scratch.clear();
                }
            }
        } catch (IOException e) {
            // An ICMP answer to something sent earlier, or closed by its owner.
        }
    }

    private void arrived(long now) {
        packets++;
        gap(now);
        last = now;
    }

    private void gap(long now) {
        long gap = now - last;
        if (gap > WIDE) {
            wideGaps++;
        }
        widest = Math.max(widest, gap);
    }

    void begin(long now) {
        packets = 0;
        wideGaps = 0;
        widest = 0;
        last = now;
    }

    Received end(long now) {
        gap(now);
        return new Received(packets, wideGaps, Duration.ofNanos(widest));
    }

    @Override
    public void close() {
        connected = false;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
