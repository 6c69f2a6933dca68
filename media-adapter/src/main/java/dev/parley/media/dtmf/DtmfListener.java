package dev.parley.media.dtmf;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.media.room.Announcements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Receives rtpengine's DTMF log and tells of each key once, in the order they were pressed. */
public final class DtmfListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DtmfListener.class);
    private static final int LARGEST_DATAGRAM = 65_536;

    private final Announcements announcements;
    private final UnaryOperator<RoomId> owners;
    private final Supplier<Instant> clock;
    private final OncePerKey once = new OncePerKey();
    private final DatagramChannel channel;

    /** @param owners which room a call's audio belongs to */
    public DtmfListener(
            InetSocketAddress address,
            Announcements announcements,
            UnaryOperator<RoomId> owners,
            Supplier<Instant> clock) {
        this.announcements = announcements;
        this.owners = owners;
        this.clock = clock;
        try {
            channel = DatagramChannel.open().bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not listen for keys on " + address, e);
        }
        Thread.ofPlatform().name("dtmf").daemon().start(this::receive);
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    private void receive() {
        var buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        while (channel.isOpen()) {
            buffer.clear();
            try {
                channel.receive(buffer);
            } catch (IOException e) {
                LOG.debugf("Receiving ended: %s", e.getMessage());
                continue;
            }
            buffer.flip();
            byte[] datagram = new byte[buffer.remaining()];
            buffer.get(datagram);
            // The digit itself may be part of a PIN and is not logged.
            KeyReport.of(datagram).filter(key -> once.isNew(key, clock.get())).ifPresent(this::tell);
        }
    }

    private void tell(KeyReport key) {
        RoomId room = owners.apply(key.room());
        announcements.event(room, new DigitPressed(room, key.leg(), key.digit()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
