package dev.parley.media.ng;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The ng protocol over one TCP connection, for replies that no datagram can hold.
 *
 * <p>Only for those: rtpengine works off a connection one command after the other, and it closes a connection on which
 * more than 1,024 bytes of an unfinished command wait (control_ng.c), so that a long command may not survive TCP.
 *
 * <p>A request that times out leaves the connection open: 26.0.1 ends with a segmentation fault when a connection is closed
 * while it works on a command of it (one thread resets the socket, tcp_listener.c, through which another is about to
 * reply, control_ng.c). The late reply is dropped, and other requests are not affected.
 */
public final class TcpNgClient implements NgClient, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TcpNgClient.class);
    /** A connection that has been silent for so many time-outs in a row is lost, whatever the operating system thinks. */
    private static final int LOST_AFTER = 15;

    private final InetSocketAddress rtpengine;
    private final Duration timeout;
    private final Cookies cookies = new Cookies();
    private final Object opening = new Object();
    private @Nullable Connection connection;

    public TcpNgClient(InetSocketAddress rtpengine, Duration timeout) {
        this.rtpengine = rtpengine;
        this.timeout = timeout;
    }

    @Override
    public NgReply send(NgRequest request) {
        try {
            return attempt(request);
        } catch (IOException e) {
            LOG.debugf("The connection was lost: %s", e.toString());
        }
        // A kept connection may have died unnoticed; one that is new has not.
        try {
            return attempt(request);
        } catch (IOException e) {
            LOG.debugf("No connection: %s", e.toString());
            return new NgReply.Silent();
        }
    }

    private NgReply attempt(NgRequest request) throws IOException {
        String cookie = cookies.next();
        Connection open = connected();
        var reply = open.pending.await(cookie);
        try {
            open.write(PendingReplies.message(cookie, request));
            NgReply answer = reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (answer instanceof NgReply.Silent) {
                throw new IOException("closed by rtpengine");
            }
            return answer;
        } catch (TimeoutException e) {
            LOG.debugf("No reply within %s", timeout);
            if (open.hasTimedOut() >= LOST_AFTER) {
                open.close();
            }
            return new NgReply.Silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NgReply.Silent();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pending reply never fails", e);
        } finally {
            open.pending.forget(cookie);
        }
    }

    private Connection connected() throws IOException {
        synchronized (opening) {
            Connection current = connection;
            if (current == null || current.socket.isClosed()) {
                current = new Connection(rtpengine, timeout);
                connection = current;
                Thread.ofPlatform().name("ng-tcp-replies").daemon().start(current::receive);
            }
            return current;
        }
    }

    /** Waits for replies that are still to come, at most the time-out of a request. */
    @Override
    public void close() {
        synchronized (opening) {
            if (connection != null) {
                connection.awaitReplies(timeout);
                connection.close();
                connection = null;
            }
        }
    }

    private static final class Connection {
        private final Socket socket = new Socket();
        private final PendingReplies pending = new PendingReplies();
        private final AtomicInteger timeouts = new AtomicInteger();
        private final Phaser unanswered = new Phaser(1);

        Connection(InetSocketAddress rtpengine, Duration timeout) throws IOException {
            socket.setTcpNoDelay(true);
            socket.connect(rtpengine, (int) timeout.toMillis());
        }

        synchronized void write(byte[] message) throws IOException {
            unanswered.register();
            socket.getOutputStream().write(message);
        }

        /** How often in a row, with this time. */
        int hasTimedOut() {
            return timeouts.incrementAndGet();
        }

        void awaitReplies(Duration atMost) {
            try {
                unanswered.awaitAdvanceInterruptibly(unanswered.arrive(), atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException e) {
                LOG.debug("Closed with replies still to come");
            }
        }

        void receive() {
            try (socket;
                    var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
                for (byte[] message = next(in); message.length > 0; message = next(in)) {
                    timeouts.set(0);
                    pending.arrived(message);
                    unanswered.arriveAndDeregister();
                }
            } catch (IOException e) {
                LOG.debugf("Connection ended: %s", e.getMessage());
            } finally {
                unanswered.forceTermination();
                pending.abandon();
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debugf("Closing failed: %s", e.getMessage());
            }
        }

        /** One cookie, one space, one bencoded value; empty at the end of the stream. */
        private static byte[] next(InputStream in) throws IOException {
            var message = new ByteArrayOutputStream(4096);
            int octet = in.read();
            while (octet >= 0 && octet != ' ') {
                message.write(octet);
                octet = in.read();
            }
            if (octet < 0) {
                return new byte[0];
            }
            message.write(octet);
            copyValue(in, message);
            return message.toByteArray();
        }

        /** Copies a value by its structure alone: depth of lists and dictionaries, lengths of strings. */
        private static void copyValue(InputStream in, ByteArrayOutputStream out) throws IOException {
            int depth = 0;
            do {
                int octet = copy(in, out);
                switch (octet) {
                    case 'd', 'l' -> depth++;
                    case 'e' -> depth--;
                    case 'i' -> {
                        while (copy(in, out) != 'e') {}
                    }
                    default -> copyText(in, out, octet);
                }
            } while (depth > 0);
        }

        private static void copyText(InputStream in, ByteArrayOutputStream out, int firstDigit) throws IOException {
            int length = 0;
            for (int octet = firstDigit; octet != ':'; octet = copy(in, out)) {
                if (octet < '0' || octet > '9' || length > 100_000_000) {
                    throw new IOException("reply is not bencode");
                }
                length = length * 10 + octet - '0';
            }
            out.write(in.readNBytes(length));
        }

        private static int copy(InputStream in, ByteArrayOutputStream out) throws IOException {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("reply ends early");
            }
            out.write(octet);
            return octet;
        }
    }
}
