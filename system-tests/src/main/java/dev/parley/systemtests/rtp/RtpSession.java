package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.net.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The audio of one call: a socket, a mouth, an ear, and what was agreed about them. Thread-safe. */
public final class RtpSession implements AutoCloseable {
    private static final Duration FRAME = Duration.ofMillis(20);

    private final Loop loop;
    private final InetAddress host;
    private final List<G711> codecs;
    private final Mouth mouth;
    private final Ear ear;
    private final Loop.Timer ticking;
    // o= takes digits; it is the only word of an offer that is unique and passed on unchanged.
    private final String session = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 1);
    private final boolean telephoneEvents;
    private long version;
    private volatile DatagramChannel channel;
    private volatile @Nullable InetSocketAddress peer;

    /** @param telephoneEvents whether keys may be telephone events (RFC 4733) */
    public record Vocabulary(List<G711> codecs, boolean telephoneEvents) {
        public Vocabulary {
            codecs = List.copyOf(codecs);
        }
    }

    /**
     * Opens a socket and listens; nothing is sent before something is agreed.
     *
     * @param said what is said to the other side of what we speak
     * @param memory how much of the past the ear keeps
     */
    public RtpSession(Loop loop, InetAddress host, Vocabulary said, AudioSource source, Duration memory) {
        this.loop = loop;
        this.host = host;
        this.codecs = said.codecs();
        this.telephoneEvents = said.telephoneEvents();
        this.ear = new Ear(memory);
        this.mouth = new Mouth(source, this::send);
        this.channel = bind();
        this.ticking = loop.every(FRAME, mouth::tick);
    }

    private DatagramChannel bind() {
        return loop.bind(
                new InetSocketAddress(host, 0),
                (datagram, from) ->
                        RtpPacket.parse(datagram).ifPresent(packet -> ear.received(packet, System.nanoTime())));
    }

    private void send(RtpPacket packet) {
        InetSocketAddress to = peer;
        DatagramChannel open = channel;
        if (to != null && open.isOpen()) {
            try {
                open.send(packet.bytes(), to);
            } catch (IOException e) {
                // Nobody listens there (yet, or any more): audio into the void is no failure of the phone.
            }
        }
    }

    public Ear ear() {
        return ear;
    }

    /** The id of our side in {@code o=}. */
    public String session() {
        return session;
    }

    public void speak(AudioSource source) {
        loop.execute(() -> mouth.speak(source));
    }

    public void pressInEvents(String keys) {
        loop.execute(() -> keys.chars().forEach(key -> mouth.pressInEvents((char) key)));
    }

    /**
     * Presses keys as telephone events and waits until the last is let go.
     *
     * @return when that was, in {@link System#nanoTime()}
     */
    public long pressAndRelease(String keys, Duration patience) {
        mouth.releases().clear();
        pressInEvents(keys);
        try {
            long last = 0;
            for (int i = 0; i < keys.length(); i++) {
                Long released = mouth.releases().poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (released == null) {
                    throw new IllegalStateException("Key " + i + " was not sent within " + patience);
                }
                last = released;
            }
            return last;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void pressInBand(String keys) {
        loop.execute(() -> keys.chars().forEach(key -> mouth.pressInBand((char) key)));
    }

    /** Takes another port; it counts from the next offer or answer. */
    public void move() {
        DatagramChannel old = channel;
        channel = bind();
        // What is on its way to the old port may still come in.
        loop.after(Duration.ofSeconds(1), () -> close(old));
    }

    public synchronized Sdp offer(Sdp.Direction direction) {
        Sdp offer = Sdp.offer(session, ++version, local(), codecs, direction);
        return telephoneEvents ? offer : offer.withTelephoneEvents(Optional.empty());
    }

    /** Accepts an offer, with one codec of it. */
    public synchronized Sdp answer(Sdp offer) {
        G711 codec = offer.codec(codecs).orElse(codecs.getFirst());
        agree(offer, offer.direction().answer());
        Sdp answer = Sdp.offer(
                session, ++version, local(), List.of(codec), offer.direction().answer());
        return answer.withTelephoneEvents(offer.telephoneEvents().filter(_ -> telephoneEvents));
    }

    /** Takes the other side's SDP as the last word; {@code direction} is ours. */
    public void agree(Sdp theirs, Sdp.Direction direction) {
        peer = theirs.rtp().getPort() == 0 ? null : theirs.rtp();
        loop.execute(() -> {
            mouth.use(
                    theirs.codec(codecs).orElse(codecs.getFirst()),
                    theirs.telephoneEvents().orElse(Sdp.TELEPHONE_EVENT));
            mouth.open(direction.sends());
        });
    }

    /** Says nothing any more, not a packet: a phone that lost its power or its network. */
    public void fallSilent() {
        peer = null;
    }

    public InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ticking.cancel();
        close(channel);
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
