package dev.parley.media.ng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The ng protocol over UDP: the quick way for everything with a small reply.
 *
 * <p>rtpengine takes datagrams with several threads, so rooms do not wait for each other. Order is kept by waiting for
 * each reply before the next command of the same room.
 */
public final class UdpNgClient implements NgClient, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(UdpNgClient.class);
    private static final int LARGEST_DATAGRAM = 65_536;

    private final DatagramChannel channel;
    private final Cookies cookies = new Cookies();
    private final PendingReplies pending = new PendingReplies();
    private final Duration firstWait;
    private final int attempts;

    /**
     * @param firstWait how long the first reply may take before the command is repeated; each further wait is twice as
     *     long
     * @param attempts how often a command is sent in all
     */
    public UdpNgClient(InetSocketAddress rtpengine, Duration firstWait, int attempts) {
        this.firstWait = firstWait;
        this.attempts = attempts;
        try {
            channel = DatagramChannel.open().connect(rtpengine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("ng-udp-replies").daemon().start(this::receive);
    }

    @Override
    public NgReply send(NgRequest request) {
        String cookie = cookies.next();
        byte[] message = PendingReplies.message(cookie, request);
        var reply = pending.await(cookie);
        try {
            return sendUntilAnswered(message, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NgReply.Silent();
        } finally {
            pending.forget(cookie);
        }
    }

    private NgReply sendUntilAnswered(byte[] message, CompletableFuture<NgReply> reply) throws InterruptedException {
        long wait = firstWait.toNanos();
        for (int attempt = 0; attempt < attempts; attempt++, wait *= 2) {
            // The same cookie on every attempt: rtpengine then repeats its answer and not the command.
            write(message);
            try {
                return reply.get(wait, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LOG.debugf("No reply after %d ms, attempt %d", TimeUnit.NANOSECONDS.toMillis(wait), attempt + 1);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a pending reply never fails", e);
            }
        }
        return new NgReply.Silent();
    }

    private void write(byte[] message) {
        try {
            channel.write(ByteBuffer.wrap(message));
        } catch (IOException e) {
            // Refused by an absent daemon (ICMP): the wait and the next attempt are the answer to that.
            LOG.debugf("Sending failed: %s", e.getMessage());
        }
    }

    private void receive() {
        var buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        while (channel.isOpen()) {
            buffer.clear();
            try {
                channel.read(buffer);
            } catch (PortUnreachableException e) {
                continue;
            } catch (IOException e) {
                LOG.debugf("Receiving ended: %s", e.getMessage());
                continue;
            }
            buffer.flip();
            byte[] message = new byte[buffer.remaining()];
            buffer.get(message);
            pending.arrived(message);
        }
        pending.abandon();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
