package dev.parley.media.dtmf;

import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.media.room.Announcements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Receives rtpengine's DTMF log and tells of each key once, in the order they were pressed. */
public final class DtmfListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DtmfListener.class);
    private static final int LARGEST_DATAGRAM = 65_536;

    private final Announcements announcements;
    private final Supplier<Instant> clock;
    private final OncePerKey once = new OncePerKey();
    private final DatagramChannel channel;

    public DtmfListener(InetSocketAddress address, Announcements announcements, Supplier<Instant> clock) {
        this.announcements = announcements;
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
        announcements.event(key.room(), new DigitPressed(key.room(), key.leg(), key.digit()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
