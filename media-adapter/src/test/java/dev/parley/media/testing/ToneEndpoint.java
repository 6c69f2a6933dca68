package dev.parley.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The RTP side of a telephone: sends a tone of its own, keeps what it receives. */
public final class ToneEndpoint implements AutoCloseable {
    /** One RTP packet as it came. */
    public record Received(long nanos, int ssrc, int payloadType, byte[] payload) {}

    private static final int FRAME = 160;
    private static final ScheduledExecutorService TICKER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tones").factory());

    private final int hertz;
    private final G711 codec;
    private final Future<?> ticks;
    private final DatagramSocket socket;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final byte[] second = new byte[Tone.RATE];
    private final byte[] hush = new byte[FRAME];
    private final List<Received> received = new ArrayList<>();
    private volatile InetSocketAddress peer;
    private volatile boolean silent;
    private volatile int jitterMillis;
    private final Random lateness;
    private long lastSent;
    private int sequence;
    private long timestamp;
    private ByteBuffer aloud = ByteBuffer.allocate(0);
    private byte[] event = new byte[0];
    private int eventFrames;

    public ToneEndpoint(int hertz, G711 codec) {
        this.hertz = hertz;
        this.codec = codec;
        this.lateness = new Random(hertz);
        Arrays.fill(hush, codec.encode((short) 0));
        for (int i = 0; i < second.length; i++) {
            second[i] = codec.encode(Tone.sample(hertz, i));
        }
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("tone-" + hertz).start(this::receive);
        ticks = TICKER.scheduleAtFixedRate(this::send, 0, 20, TimeUnit.MILLISECONDS);
    }

    public int hertz() {
        return hertz;
    }

    public String sdp(String direction) {
        return sdp(direction, codec.payloadType + " 101", "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\n");
    }

    public String sdp(String direction, String formats, String attributes) {
        return "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=audio " + socket.getLocalPort() + " RTP/AVP " + formats + "\r\n" + attributes + "a=" + direction
                + "\r\n";
    }

    /** Sends from now on to where this SDP says. */
    public void sendTo(String sdp) {
        var port = Pattern.compile("m=audio (\\d+)").matcher(sdp);
        if (!port.find()) {
            throw new IllegalArgumentException(sdp);
        }
        sendToPort(Integer.parseInt(port.group(1)));
    }

    /** Sends from now on to this port of the machine. */
    public void sendToPort(int port) {
        peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** How many packets it has sent. */
    public synchronized int sent() {
        return sequence;
    }

    /** What it says to be able to when it has no telephone-event: audio alone. */
    public String sdpWithoutKeys() {
        return sdp("sendrecv", String.valueOf(codec.payloadType), "");
    }

    /** Presses a key for 100 ms, as two tones in the audio (ITU-T Q.23). */
    public synchronized void pressAloud(int low, int high) {
        var tones = new byte[5 * FRAME];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = codec.encode((short) (Tone.sample(low, i) + Tone.sample(high, i)));
        }
        aloud = ByteBuffer.wrap(tones);
    }

    /** From now on each packet is up to so many milliseconds late on its way; none overtakes another. */
    public void jitters(int millis) {
        jitterMillis = millis;
    }

    /** The telephone's network is gone: it sends nothing more. */
    public void vanishes() {
        peer = null;
    }

    /** Speaks, or holds its breath; its stream goes on. */
    public void speaks(boolean aloud) {
        silent = !aloud;
    }

    /** Presses a key for 100 ms (RFC 4733): five packets, the end thrice; no audio meanwhile. */
    public synchronized void press(int key) {
        event = new byte[] {(byte) key};
        eventFrames = 0;
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    public synchronized void forget() {
        received.clear();
    }

    /** What was received since {@link #forget}, decoded; keys make no sound. */
    public synchronized short[] heard() {
        List<Received> audio =
                received.stream().filter(packet -> packet.payloadType() != 101).toList();
        var samples =
                new short[audio.stream().mapToInt(it -> it.payload().length).sum()];
        int position = 0;
        for (Received packet : audio) {
            G711 law = packet.payloadType() == G711.PCMA.payloadType ? G711.PCMA : G711.PCMU;
            for (byte code : packet.payload()) {
                samples[position++] = law.decode(code);
            }
        }
        return samples;
    }

    private synchronized void send() {
        InetSocketAddress to = peer;
        if (to != null && !socket.isClosed()) {
            if (aloud.hasRemaining()) {
                byte[] frame = new byte[FRAME];
                aloud.get(frame);
                packet(to, codec.payloadType, timestamp, frame);
            } else if (event.length == 0) {
                int start = (int) (timestamp % Tone.RATE);
                packet(
                        to,
                        codec.payloadType,
                        timestamp,
                        silent ? hush : Arrays.copyOfRange(second, start, start + FRAME));
            } else {
                sendEvent(to);
            }
        }
        timestamp += FRAME;
    }

    private void sendEvent(InetSocketAddress to) {
        eventFrames++;
        boolean last = eventFrames == 5;
        var payload = ByteBuffer.allocate(4)
                .put(event[0])
                .put((byte) (last ? 0x8a : 0x0a))
                .putShort((short) (eventFrames * FRAME));
        long started = timestamp - (eventFrames - 1L) * FRAME;
        for (int copy = 0; copy < (last ? 3 : 1); copy++) {
            packet(to, eventFrames == 1 ? 101 | 0x80 : 101, started, payload.array());
        }
        if (last) {
            event = new byte[0];
        }
    }

    private void packet(InetSocketAddress to, int markerAndType, long time, byte[] payload) {
        byte[] packet = ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) markerAndType)
                .putShort((short) sequence++)
                .putInt((int) time)
                .putInt(ssrc)
                .put(payload)
                .array();
        if (jitterMillis == 0) {
            send(new DatagramPacket(packet, packet.length, to));
        } else {
            long late = TimeUnit.MILLISECONDS.toNanos(lateness.nextInt(jitterMillis + 1));
            lastSent = Math.max(lastSent, System.nanoTime() + late);
            TICKER.schedule(
                    () -> send(new DatagramPacket(packet, packet.length, to)),
                    lastSent - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
    }

    private void send(DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException e) {
            // The daemon closes ports while we send: what is not sent is not heard, and that is asserted.
        }
    }

    private void receive() {
        var buffer = new byte[2048];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                continue;
            }
            int type = buffer[1] & 0x7f;
            // What lies between is RTCP (RFC 5761 §4).
            if (packet.getLength() > 12 && (type < 72 || type > 95)) {
                byte[] payload = Arrays.copyOfRange(buffer, 12, packet.getLength());
                synchronized (this) {
                    received.add(new Received(
                            System.nanoTime(), ByteBuffer.wrap(buffer).getInt(8), type, payload));
                }
            }
        }
    }

    @Override
    public void close() {
        ticks.cancel(false);
        socket.close();
    }
}
