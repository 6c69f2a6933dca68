package dev.parley.systemtests.wire;

import dev.parley.systemtests.sip.SipMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A socket to the edge that sends bytes as they are and reads what comes back. Nothing is answered, nothing is repeated:
 * that is the business of whoever holds it. Not thread-safe.
 */
public sealed interface Wire extends AutoCloseable {
    void send(byte[] bytes);

    /** The next message, of whatever kind; empty when none comes in time, or none can come any more. */
    Optional<SipMessage> receive(Duration limit);

    InetSocketAddress local();

    /** Whether what is sent may get lost, and is to be repeated. */
    boolean isReliable();

    /** Whether the other side has closed the connection. */
    boolean isClosed();

    @Override
    void close();

    /** {@code UDP} or {@code TCP}. */
    default String protocol() {
        return isReliable() ? "TCP" : "UDP";
    }

    static Wire udp(InetSocketAddress local, InetSocketAddress edge) {
        return new Datagrams(local, edge);
    }

    static Wire tcp(InetSocketAddress local, InetSocketAddress edge) {
        return new Connection(local, edge);
    }

    /** UDP. */
    final class Datagrams implements Wire {
        private static final int LARGEST = 65_535;
        private final DatagramSocket socket;
        private final InetSocketAddress edge;
        private final byte[] buffer = new byte[LARGEST];

        private Datagrams(InetSocketAddress local, InetSocketAddress edge) {
            this.edge = edge;
            try {
                socket = new DatagramSocket(local);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not bind " + local, e);
            }
        }

        @Override
        public void send(byte[] bytes) {
            try {
                socket.send(new DatagramPacket(bytes, bytes.length, edge));
            } catch (IOException e) {
                throw new UncheckedIOException(bytes.length + " bytes", e);
            }
        }

        @Override
        public Optional<SipMessage> receive(Duration limit) {
            long deadline = System.nanoTime() + limit.toNanos();
            try {
                while (true) {
                    long millis = (deadline - System.nanoTime()) / 1_000_000;
                    if (millis <= 0) {
                        return Optional.empty();
                    }
                    socket.setSoTimeout((int) millis);
                    DatagramPacket packet = new DatagramPacket(buffer, LARGEST);
                    socket.receive(packet);
                    Optional<SipMessage> message =
                            SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
                    if (message.isPresent()) {
                        return message;
                    }
                }
            } catch (SocketTimeoutException | PortUnreachableException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InetSocketAddress local() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public boolean isReliable() {
            return false;
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** TCP, one connection. */
    final class Connection implements Wire {
        private final Socket socket = new Socket();
        private final MessageStream messages;
        private boolean closed;

        private Connection(InetSocketAddress local, InetSocketAddress edge) {
            try {
                socket.bind(local);
                socket.setTcpNoDelay(true);
                socket.connect(edge);
                messages = new MessageStream(socket.getInputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("Could not connect to " + edge, e);
            }
        }

        @Override
        public void send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // Closed by the other side, which is an answer, too.
                closed = true;
            }
        }

        @Override
        public Optional<SipMessage> receive(Duration limit) {
            try {
                socket.setSoTimeout((int) Math.max(1, limit.toMillis()));
                Optional<SipMessage> message = messages.next();
                closed |= message.isEmpty();
                return message;
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            } catch (IOException e) {
                closed = true;
                return Optional.empty();
            }
        }

        @Override
        public InetSocketAddress local() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public boolean isReliable() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
