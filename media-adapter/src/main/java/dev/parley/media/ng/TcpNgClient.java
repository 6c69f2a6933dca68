package dev.parley.media.ng;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The ng protocol over one TCP connection, for replies that no datagram can hold.
 *
 * <p>Only for those: rtpengine works off a connection one command after the other, and it closes a connection on which
 * more than 1,024 bytes of an unfinished command wait (control_ng.c), so that a long command may not survive TCP.
 */
public final class TcpNgClient implements NgClient, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TcpNgClient.class);

    private final InetSocketAddress rtpengine;
    private final Duration timeout;
    private final Cookies cookies = new Cookies();
    private final Object writing = new Object();
    private @Nullable Connection connection;

    public TcpNgClient(InetSocketAddress rtpengine, Duration timeout) {
        this.rtpengine = rtpengine;
        this.timeout = timeout;
    }

    @Override
    public NgReply send(NgRequest request) {
        // A kept connection may have died unnoticed; one that is new has not.
        NgReply reply = attempt(request);
        return reply instanceof NgReply.Silent ? attempt(request) : reply;
    }

    private NgReply attempt(NgRequest request) {
        String cookie = cookies.next();
        PendingReplies pending = new PendingReplies();
        try {
            Connection open = connected();
            pending = open.pending;
            var reply = pending.await(cookie);
            open.write(PendingReplies.message(cookie, request));
            return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException | TimeoutException e) {
            LOG.debugf("No reply over TCP: %s", e.toString());
            disconnect();
            return new NgReply.Silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NgReply.Silent();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pending reply never fails", e);
        } finally {
            pending.forget(cookie);
        }
    }

    private Connection connected() throws IOException {
        synchronized (writing) {
            Connection current = connection;
            if (current == null || current.socket.isClosed()) {
                current = new Connection(rtpengine, timeout);
                connection = current;
                Thread.ofPlatform().name("ng-tcp-replies").daemon().start(current::receive);
            }
            return current;
        }
    }

    private void disconnect() {
        synchronized (writing) {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private static final class Connection {
        private final Socket socket = new Socket();
        private final PendingReplies pending = new PendingReplies();

        Connection(InetSocketAddress rtpengine, Duration timeout) throws IOException {
            socket.setTcpNoDelay(true);
            socket.connect(rtpengine, (int) timeout.toMillis());
        }

        synchronized void write(byte[] message) throws IOException {
            socket.getOutputStream().write(message);
        }

        void receive() {
            try (socket;
                    var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
                for (byte[] message = next(in); message.length > 0; message = next(in)) {
                    pending.arrived(message);
                }
            } catch (IOException e) {
                LOG.debugf("Connection ended: %s", e.getMessage());
            } finally {
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
