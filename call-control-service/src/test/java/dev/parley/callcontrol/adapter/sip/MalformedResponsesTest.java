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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that cannot be read is as good as none; the next one over the same connection is heard. */
class MalformedResponsesTest {
    private static final String HOST = "127.0.0.1";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Integer> heard = new CopyOnWriteArrayList<>();

    private final class Ears implements SipPort.Listener {
        @Override
        public void requested(SipRequest request) {}

        @Override
        public void responded(SipResponse response) {
            heard.add(response.status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: <sip:852@torture.p[::1]arley.test>;tag=other",
                "From: \"Ada <sip:801@demo.parley.test>;tag=1",
                "CSeq: one INVITE",
                "Contact: <<",
                "a line without anything"
            })
    void nextResponseIsHeard(String line) throws IOException {
        try (ServerSocket edge = new ServerSocket(0, 5, InetAddress.getByName(HOST));
                SipServer server = new SipServer(
                        HOST, FreePorts.pair(), HOST + ":" + edge.getLocalPort() + "/tcp", new Ears(), clock)) {
            server.listen();
            server.port().send(invite());
            try (Socket connection = edge.accept()) {
                List<String> request = head(connection);
                say(connection, response(183, request, line));
                say(connection, response(486, request, ""));

                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(heard).contains(486));
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private static SipRequest invite() {
        Headers headers = Headers.NONE
                .with("Max-Forwards", "70")
                .with("From", "<sip:801@demo.parley.test>;tag=1")
                .with("To", "<sip:852@demo.parley.test>")
                .with("Call-ID", "call")
                .with("CSeq", "1 INVITE")
                .with("Contact", "<sip:127.0.0.1>");
        return SipRequest.ours("INVITE", "sip:852@demo.parley.test", headers, "");
    }

    private static List<String> head(Socket connection) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        return lines.lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** What the request has, but for one line in place of the one of that name. */
    private static String response(int status, List<String> request, String instead) {
        String name = instead.split(":", 2)[0];
        return "SIP/2.0 " + status + " Whatever\r\n"
                + request.stream()
                        .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
                        .filter(line -> !line.startsWith(name + ":"))
                        .map(line -> line.startsWith("To:") ? line + ";tag=called" : line)
                        .collect(Collectors.joining("\r\n"))
                + (instead.isEmpty() ? "" : "\r\n" + instead)
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static void say(Socket connection, String response) throws IOException {
        connection.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }
}
