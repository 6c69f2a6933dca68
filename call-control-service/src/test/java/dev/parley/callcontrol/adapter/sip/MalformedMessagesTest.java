package dev.parley.callcontrol.adapter.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Screening;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.testsupport.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes gets its answer, and the next message its own, over the same connection. */
class MalformedMessagesTest {
    private static final int MUTATIONS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOST = "127.0.0.1";
    private static final String BODY =
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n" + "m=audio 4000 RTP/AVP 0\r\n";

    /** One for all: nothing that one case does may harm the next. */
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor();

    private static final int PORT = FreePorts.pair();
    private static SipServer server;
    private final String prefix = "z9hG4bK" + UUID.randomUUID();

    @BeforeAll
    static void listen() {
        Reception reception = new Reception();
        server = new SipServer(HOST, PORT, HOST + ":" + FreePorts.one() + "/tcp", reception, CLOCK);
        reception.port = server.port();
        server.listen();
    }

    @AfterAll
    static void close() {
        server.close();
        CLOCK.shutdownNow();
    }

    private static RawPeer peer(String transport) throws IOException {
        return transport.equals("TCP") ? RawPeer.tcp(PORT) : RawPeer.udp(PORT);
    }

    /** A good INVITE with one line in place of another; {@code line} may hold line ends. */
    private static String invite(RawPeer peer, String branch, String name, String line, String body) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("first", "INVITE sip:910@demo.parley.test SIP/2.0");
        lines.put("Via", "Via: SIP/2.0/" + peer.transport() + " " + HOST + ":" + peer.port() + ";branch=" + branch);
        lines.put("Max-Forwards", "Max-Forwards: 69");
        lines.put("From", "From: \"Ada\" <sip:801@demo.parley.test>;tag=t" + branch);
        lines.put("To", "To: <sip:910@demo.parley.test>");
        lines.put("Call-ID", "Call-ID: call-" + branch);
        lines.put("CSeq", "CSeq: 1 INVITE");
        lines.put("Contact", "Contact: <sip:801@192.0.2.1:5060>");
        lines.put("more", "Supported: timer");
        lines.put("Content-Type", "Content-Type: application/sdp");
        lines.put("Content-Length", "Content-Length: " + body.length());
        lines.put(name, line);
        return String.join(
                        "\r\n",
                        lines.values().stream().filter(it -> !it.isEmpty()).toList()) + "\r\n\r\n" + body;
    }

    private static void send(RawPeer peer, String message) {
        peer.send(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(RawPeer peer, String branch) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(peer.answers()).containsKey(branch));
        return peer.answers().get(branch);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    first        | INVITE sip:910@demo.parley.test                         | 400
                    first        | INVITE <sip:910@demo.parley.test> SIP/2.0               | 400
                    first        | INVITE sip:910@demo.parley.test;user=phone SIP/7.0      | 505
                    first        | INVITE  sip:910@demo.parley.test  SIP/2.0               | 200
                    first        | invite sip:910@demo.parley.test SIP/2.0                 | 501
                    Contact      | ``                                                      | 400
                    Contact      | Contact: <sip:801@192.0.2.1;x="y">                      | 400
                    Contact      | Contact: <tel:+4930123>                                 | 400
                    Contact      | Contact: <mailto:ada@demo.parley.test>                  | 400
                    Contact      | Contact: *                                              | 400
                    Contact      | Contact: <sip:a@192.0.2.1>, <sip:b@192.0.2.1>           | 400
                    Contact      | Contact: "Ada                                           | 400
                    From         | From: "Sam\\ " <sip:801@demo.parley.test>;tag=1         | 200
                    From         | From: "a<b> \\"c\\" \\\\" <sip:801@demo.parley.test>;tag=1 | 200
                    From         | From: <sip:801@demo.parley.test>;tag=1\\r\\nFrom: <sip:802@demo.parley.test>;tag=2 | 400
                    From         | From: "Ada <sip:801@demo.parley.test>;tag=1             | 400
                    From         | ``                                                      | 400
                    f            | f:\\r\\n "Ada"\\r\\n\\t<sip:801@demo.parley.test>\\r\\n ;tag=1 | 400
                    To           | To : sip:910@demo.parley.test ;  tag    = 1918181833n   | 200
                    CSeq         | CSeq: 1\\r\\n INVITE                                    | 200
                    CSeq         | CSeq: 36893488147419103232 INVITE                       | 400
                    CSeq         | CSeq: 1 BYE                                             | 400
                    CSeq         | ``                                                      | 400
                    Call-ID      | Call-ID:                                                | 400
                    Max-Forwards | Max-Forwards: 300                                       | 400
                    Max-Forwards | ``                                                      | 200
                    more         | a line of which nobody knows what it is                 | 400
                    more         | Subject:                                                | 200
                    more         | Warning: 1812 overture "In Progress"                    | 200
                    more         | Date: Fri, 01 Jan 2010 16:00:00 EST                     | 200
                    more         | Session-Expires: soon                                   | 400
                    more         | Record-Route: <sip:192.0.2.9;lr>, <                     | 400
                    more         | Require: ,                                              | 400
                    """)
    void eachHasItsAnswerAndTheNextCallToo(String name, String line, int expected) throws IOException {
        for (String transport : List.of("TCP", "UDP")) {
            try (RawPeer peer = peer(transport)) {
                String lines = line.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
                String branch = prefix + transport;
                send(peer, invite(peer, branch, name, lines, BODY));
                send(peer, invite(peer, branch + "good", "more", "Supported: timer", BODY));

                assertThat(answer(peer, branch)).startsWith("SIP/2.0 " + expected + " ");
                assertThat(answer(peer, branch + "good")).startsWith("SIP/2.0 200 ");
            }
        }
    }

    @Test
    void methodIsReadWithItsCase() throws IOException {
        try (RawPeer peer = peer("TCP")) {
            send(
                    peer,
                    invite(peer, prefix + "case", "first", "invite sip:910@demo.parley.test SIP/2.0", BODY)
                            .replace("CSeq: 1 INVITE", "CSeq: 1 invite"));

            assertThat(answer(peer, prefix + "case")).startsWith("SIP/2.0 501 ");
        }
    }

    @Test
    void bytesBehindTheBodyOfADatagramAreDiscarded() throws IOException {
        try (RawPeer peer = peer("UDP")) {
            send(peer, invite(peer, prefix + "more", "more", "Supported: timer", BODY) + "a=behind\r\n");
            send(peer, invite(peer, prefix + "less", "Content-Length", "Content-Length: 9999", BODY));

            assertThat(answer(peer, prefix + "more")).startsWith("SIP/2.0 200 ");
            assertThat(answer(peer, prefix + "less")).startsWith("SIP/2.0 400 ");
        }
    }

    @Test
    void failureOfOursIsAnsweredAndHarmsNobodyElse() throws IOException {
        try (RawPeer peer = peer("TCP")) {
            send(peer, invite(peer, prefix + "fails", "more", "Subject: fail", BODY));
            send(peer, invite(peer, prefix + "unwritable", "more", "Subject: unwritable", BODY));
            send(peer, invite(peer, prefix + "good", "more", "Supported: timer", BODY));

            assertThat(answer(peer, prefix + "fails")).startsWith("SIP/2.0 500 ");
            assertThat(answer(peer, prefix + "unwritable")).startsWith("SIP/2.0 500 ");
            assertThat(answer(peer, prefix + "good")).startsWith("SIP/2.0 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP", "UDP"})
    void noMutationIsMetBySilence(String transport) throws IOException {
        Random random = new Random(4475);
        try (RawPeer peer = peer(transport)) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < MUTATIONS; i++) {
                String branch = prefix + transport + i;
                String message = mutated(invite(peer, branch, "more", "Supported: timer", BODY), random);
                send(peer, message);
                send(peer, invite(peer, branch + "good", "more", "Subject: next", BODY));
                assertThat(answer(peer, branch + "good")).startsWith("SIP/2.0 200 ");
                sent.add(branch);
            }

            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(peer.answers()).containsKeys(sent.toArray(String[]::new)));
        }
    }

    /** One to three changes anywhere but in the Via, which the edge writes, and in what says where the message ends. */
    private static String mutated(String message, Random random) {
        List<String> lines = new ArrayList<>(List.of(message.split("\r\n", -1)));
        int heads = lines.indexOf("");
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(heads);
            String line = lines.get(at);
            if (line.startsWith("Via") || line.startsWith("Content-Length") || line.length() < 2) {
                continue;
            }
            // At the very beginning a blank would make it part of the Via.
            int position = 1 + random.nextInt(line.length() - 1);
            String rest = line.substring(position);
            lines.set(
                    at,
                    switch (random.nextInt(5)) {
                        case 0 -> line.substring(0, position) + rest.substring(1) + "x";
                        case 1 ->
                            line.substring(0, position) + "\"<>;,:@%\\\0\u00e9 ?=".charAt(random.nextInt(14)) + rest;
                        case 2 -> line + "\r\n" + line;
                        case 3 -> line.substring(0, position + 1);
                        default -> line.substring(0, position) + rest.repeat(2);
                    });
        }
        return String.join("\r\n", lines);
    }

    /** Takes every INVITE, as far as screening lets it. */
    private static final class Reception implements SipPort.Listener {
        private volatile SipPort port;

        @Override
        public void requested(SipRequest request) {
            if (request.is("ACK")) {
                return;
            }
            String subject = request.headers().first("Subject").orElse("");
            if (subject.equals("fail")) {
                throw new IllegalStateException("as the test wants");
            }
            Headers more = subject.equals("unwritable")
                    ? Headers.NONE.with("Contact", "<<")
                    : Headers.NONE.with("Contact", "<sip:127.0.0.1>");
            port.reply(
                    request,
                    Screening.refuse(request, "t", Duration.ZERO).orElseGet(() -> Replies.to(request, 200, "t", more)));
        }

        @Override
        public void responded(SipResponse response) {}
    }
}
