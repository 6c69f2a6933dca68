package dev.parley.callcontrol.adapter.sip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer of the server that sends any bytes, and keeps the first line of the last final answer to each branch. */
interface RawPeer extends AutoCloseable {
    Pattern BRANCH = Pattern.compile("(?im)^(?:via|v)\\s*:.*?branch=([^;\\s]+)");

    void send(byte[] message);

    /** The port for the Via. */
    int port();

    String transport();

    Map<String, String> answers();

    @Override
    void close();

    default void take(String response) {
        Matcher branch = BRANCH.matcher(response);
        if (response.startsWith("SIP/2.0 ") && !response.startsWith("SIP/2.0 1") && branch.find()) {
            answers().put(branch.group(1), response.lines().findFirst().orElse(""));
        }
    }

    /** One TCP connection; when the server closes it, nothing more is heard. */
    static RawPeer tcp(int server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server);
        RawPeer peer = new Tcp(socket, new ConcurrentHashMap<>());
        Thread.ofVirtual().start(() -> read(socket, peer));
        return peer;
    }

    static RawPeer udp(int server) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        RawPeer peer = new Udp(socket, server, new ConcurrentHashMap<>());
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[65536];
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                    socket.receive(packet);
                } catch (IOException e) {
                    return;
                }
                peer.take(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
            }
        });
        return peer;
    }

    /** The answers here have no body. */
    private static void read(Socket socket, RawPeer peer) {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            StringBuilder head = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.append((char) next);
                if (head.toString().endsWith("\r\n\r\n")) {
                    peer.take(head.toString());
                    head.setLength(0);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    record Tcp(Socket socket, Map<String, String> answers) implements RawPeer {
        @Override
        public void send(byte[] message) {
            try {
                socket.getOutputStream().write(message);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int port() {
            return socket.getLocalPort();
        }

        @Override
        public String transport() {
            return "TCP";
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

    record Udp(DatagramSocket socket, int server, Map<String, String> answers) implements RawPeer {
        @Override
        public void send(byte[] message) {
            try {
                socket.send(new DatagramPacket(message, message.length, InetAddress.getLoopbackAddress(), server));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int port() {
            return socket.getLocalPort();
        }

        @Override
        public String transport() {
            return "UDP";
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
