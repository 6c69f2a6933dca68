package dev.parley.media.ng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection whose replies come late: rtpengine does not survive its closing. */
class TcpNgClientTest {
    private static final NgRequest PING = NgRequest.of("ping");
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<Socket> connections = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try {
                    connections.add(server.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void aRequestThatTimesOutLeavesTheConnectionOpen() throws Exception {
        try (var client = client(SHORT)) {
            assertThat(client.send(PING)).isEqualTo(new NgReply.Silent());
            Socket connection = next();
            String first = cookie(connection);

            var second = CompletableFuture.supplyAsync(() -> client.send(PING));
            String cookie = cookie(connection);
            reply(connection, first);
            reply(connection, cookie);

            // Which of the two requests has waited for too long by now does not matter: neither has closed anything.
            second.get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(connections).isEmpty();
        }
    }

    @Test
    void aLateReplyIsNobodysAndTheNextOneIsItsOwn() throws Exception {
        try (var client = client(LONG)) {
            var answer = CompletableFuture.supplyAsync(() -> client.send(PING));
            Socket connection = next();
            String cookie = cookie(connection);
            reply(connection, "somebody-else");
            reply(connection, cookie);

            assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(NgReply.Done.class);
        }
    }

    @Test
    void aConnectionThatRtpengineHasClosedIsOpenedAnew() throws Exception {
        try (var client = client(LONG)) {
            var answer = CompletableFuture.supplyAsync(() -> client.send(PING));
            next().close();
            Socket connection = next();
            reply(connection, cookie(connection));

            assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(NgReply.Done.class);
        }
    }

    @Test
    void closingWaitsForRepliesThatAreStillToCome() throws Exception {
        var client = client(LONG);
        var answer = CompletableFuture.supplyAsync(() -> client.send(PING));
        Socket connection = next();
        String cookie = cookie(connection);

        var closed = CompletableFuture.runAsync(client::close);
        reply(connection, cookie);

        closed.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(NgReply.Done.class);
    }

    private TcpNgClient client(Duration timeout) {
        return new TcpNgClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), timeout);
    }

    private Socket next() throws InterruptedException {
        Socket connection = connections.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(connection).as("a connection").isNotNull();
        return connection;
    }

    /** Reads one request, and returns its cookie. */
    private static String cookie(Socket connection) throws IOException {
        byte[] body = Bencode.encode(PING.encoded());
        var cookie = new StringBuilder();
        for (int octet = connection.getInputStream().read(); octet != ' '; octet = read(connection)) {
            cookie.append((char) octet);
        }
        assertThat(connection.getInputStream().readNBytes(body.length)).isEqualTo(body);
        return cookie.toString();
    }

    private static int read(Socket connection) throws IOException {
        int octet = connection.getInputStream().read();
        if (octet < 0) {
            throw new UncheckedIOException(new IOException("closed"));
        }
        return octet;
    }

    private static void reply(Socket connection, String cookie) throws IOException {
        connection.getOutputStream().write((cookie + " d6:result4:ponge").getBytes(StandardCharsets.US_ASCII));
    }
}
