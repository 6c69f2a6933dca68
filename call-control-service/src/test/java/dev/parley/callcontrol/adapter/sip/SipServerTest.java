package dev.parley.callcontrol.adapter.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.testsupport.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stack's TCP, against a plain socket at the edge. */
class SipServerTest {
    private static final int REQUESTS = 200;
    private static final String HOST = "127.0.0.1";
    private static final String CALL_ID = "Call-ID: ";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket edge;
    private SipServer server;

    @BeforeEach
    void listen() throws IOException {
        edge = new ServerSocket(0, 50, InetAddress.getByName(HOST));
        threads.execute(this::accept);
        server = new SipServer(HOST, FreePorts.one(), HOST + ":" + edge.getLocalPort() + "/tcp", new Deaf(), clock);
        server.listen();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        edge.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
        clock.shutdownNow();
    }

    @Test
    void everyRequestLeavesAndAllByOneConnection() {
        Set<String> sent =
                IntStream.range(0, REQUESTS).mapToObj(i -> "call-" + i).collect(Collectors.toSet());

        sent.forEach(callId -> threads.execute(() -> server.port().send(options(callId))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(arrived).isEqualTo(sent));
        assertThat(connections).hasSize(1);
    }

    private static SipRequest options(String callId) {
        Headers headers = Headers.NONE
                .with("Max-Forwards", "70")
                .with("From", "<sip:test@parley.test>;tag=1")
                .with("To", "<sip:edge@parley.test>")
                .with("Call-ID", callId)
                .with("CSeq", "1 OPTIONS");
        return SipRequest.ours("OPTIONS", "sip:edge@parley.test", headers, "");
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = edge.accept();
                connections.add(connection);
                threads.execute(() -> read(connection));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void read(Socket connection) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.startsWith(CALL_ID))
                    .forEach(line -> arrived.add(line.substring(CALL_ID.length())));
        } catch (IOException | UncheckedIOException e) {
            // The test is over.
        }
    }

    /** Nothing is answered here. */
    private static final class Deaf implements SipPort.Listener {
        @Override
        public void requested(SipRequest request) {}

        @Override
        public void responded(SipResponse response) {}
    }
}
