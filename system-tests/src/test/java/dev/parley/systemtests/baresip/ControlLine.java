package dev.parley.systemtests.baresip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** baresip's module {@code ctrl_tcp}: JSON in netstrings, commands in, events out. */
final class ControlLine implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

    ControlLine(InetSocketAddress address) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (true) {
                int length = 0;
                for (int octet = in.read(); octet != ':'; octet = in.read()) {
                    if (octet < 0) {
                        return;
                    }
                    length = length * 10 + octet - '0';
                }
                JsonNode message = JSON.readTree(in.readNBytes(length));
                in.skipNBytes(1);
                if (message.path("event").asBoolean()) {
                    events.add(message);
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void command(String command, String parameters) {
        try {
            byte[] json = JSON.writeValueAsBytes(Map.of("command", command, "params", parameters));
            byte[] head = (json.length + ":").getBytes(StandardCharsets.US_ASCII);
            synchronized (socket) {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(json);
                socket.getOutputStream().write(',');
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for an event of this type; those before it are over. */
    JsonNode await(String type, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        StringBuilder seen = new StringBuilder();
        while (true) {
            JsonNode event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError(
                        "Expected " + type + " of baresip within " + limit.toSeconds() + " s, but there was:" + seen);
            }
            if (event.path("type").asText().equals(type)) {
                return event;
            }
            seen.append(' ')
                    .append(event.path("type").asText())
                    .append(' ')
                    .append(event.path("param").asText());
        }
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
