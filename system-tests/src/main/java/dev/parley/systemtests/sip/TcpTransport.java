package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** SIP over connections: it listens, connects where it has to, and answers on the connection that asked. */
final class TcpTransport implements SipTransport {
    private static final Pattern LENGTH =
            Pattern.compile("^(?:Content-Length|l)\\s*:\\s*(\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Loop loop;
    private final ServerSocket server;
    private final Receiver receiver;
    private final Map<InetSocketAddress, Socket> connections = new ConcurrentHashMap<>();

    TcpTransport(Loop loop, InetSocketAddress address, Receiver receiver) {
        this.loop = loop;
        this.receiver = receiver;
        try {
            server = new ServerSocket();
            server.bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not bind " + address, e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Socket serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        InetSocketAddress peer = (InetSocketAddress) socket.getRemoteSocketAddress();
        connections.put(peer, socket);
        Thread.ofVirtual().start(() -> {
            try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
                for (byte[] message = next(in); message.length > 0; message = next(in)) {
                    byte[] whole = message;
                    loop.execute(() -> receiver.received(whole, peer));
                }
            } catch (IOException e) {
                // The other side went away; the next message opens a new connection.
            } finally {
                connections.remove(peer, socket);
            }
        });
        return socket;
    }

    // RFC 3261 §18.3: over a stream, Content-Length tells where a message ends. Empty at the end of the stream.
    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int octet = in.read();
            if (octet < 0) {
                return new byte[0];
            }
            if (head.size() == 0 && (octet == '\r' || octet == '\n')) {
                continue;
            }
            head.write(octet);
            newlines = octet == '\n' ? newlines + 1 : octet == '\r' ? newlines : 0;
        }
        var length = LENGTH.matcher(head.toString(StandardCharsets.UTF_8));
        if (length.find()) {
            head.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return head.toByteArray();
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public String name() {
        return "TCP";
    }

    @Override
    public boolean isReliable() {
        return true;
    }

    @Override
    public void send(byte[] message, InetSocketAddress to) {
        try {
            Socket socket = connections.get(to);
            if (socket == null) {
                socket = serve(new Socket(to.getAddress(), to.getPort()));
            }
            socket.getOutputStream().write(message);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            connections.remove(to);
            throw new UncheckedIOException("Could not send to " + to, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : connections.values()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
