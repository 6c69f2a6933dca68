package dev.parley.systemtests.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.net.Loop;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 3261 §17 over UDP: what is lost comes again, and what comes again counts once. */
class TransactingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Loop loop = new Loop("signalling");
    private final BlockingQueue<SipMessage> answers = new LinkedBlockingQueue<>();
    private final Inbox inbox = new Inbox();
    private DatagramSocket peer;
    private SipEndpoint endpoint;

    private static final class Inbox implements SipEndpoint.Owner {
        final BlockingQueue<SipMessage> requested = new LinkedBlockingQueue<>();
        final BlockingQueue<SipMessage> repeated = new LinkedBlockingQueue<>();

        @Override
        public void requested(SipMessage request) {
            requested.add(request);
        }

        @Override
        public void repeated(SipMessage response) {
            repeated.add(response);
        }
    }

    @BeforeEach
    void meet() throws IOException {
        peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        peer.setSoTimeout((int) PATIENCE.toMillis());
        endpoint = SipEndpoint.udp(loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), inbox);
    }

    @AfterEach
    void part() {
        loop.tell(endpoint::close);
        loop.close();
        peer.close();
    }

    private static SipMessage request(String method) {
        return SipMessage.request(method, "sip:bob@parley.test")
                .with("From", "<sip:alice@parley.test>;tag=a")
                .with("To", "<sip:bob@parley.test>")
                .with("Call-ID", "one-call")
                .with("CSeq", "1 " + method);
    }

    private void asks(String method) {
        loop.tell(() -> endpoint.send(request(method), (InetSocketAddress) peer.getLocalSocketAddress(), answers::add));
    }

    private SipMessage received() throws IOException {
        byte[] room = new byte[65_535];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        peer.receive(packet);
        return SipMessage.parse(Arrays.copyOf(room, packet.getLength())).orElseThrow();
    }

    /** Leaves out what is only repeated. */
    private SipMessage received(String method) throws IOException {
        SipMessage message = received();
        while (!message.method().equals(method)) {
            message = received();
        }
        return message;
    }

    private void says(SipMessage message) throws IOException {
        byte[] bytes = message.bytes();
        peer.send(new DatagramPacket(bytes, bytes.length, endpoint.local()));
    }

    private static SipMessage next(BlockingQueue<SipMessage> queue) throws InterruptedException {
        SipMessage message = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(message).as("what was to come").isNotNull();
        return message;
    }

    @Test
    void aRequestIsRepeatedUntilItIsAnsweredAndItsAnswerCountsOnce() throws Exception {
        asks("OPTIONS");
        SipMessage first = received();
        assertThat(received()).isEqualTo(first);

        says(SipMessage.response(first, 200, "OK"));
        says(SipMessage.response(first, 200, "OK"));

        assertThat(next(answers).status()).isEqualTo(200);
        // Whatever was to come of the second answer has come by the time something else is answered.
        asks("REGISTER");
        says(SipMessage.response(received("REGISTER"), 403, "Forbidden"));
        assertThat(next(answers).status()).isEqualTo(403);
        assertThat(inbox.repeated).isEmpty();
    }

    @Test
    void aRefusalOfAnInviteIsAcknowledgedAsOftenAsItComes() throws Exception {
        asks("INVITE");
        SipMessage invite = received();

        says(SipMessage.response(invite, 486, "Busy Here"));
        SipMessage acknowledged = received("ACK");
        says(SipMessage.response(invite, 486, "Busy Here"));

        assertThat(acknowledged.branch()).isEqualTo(invite.branch());
        assertThat(received("ACK")).isEqualTo(acknowledged);
        assertThat(next(answers).status()).isEqualTo(486);
        assertThat(answers).isEmpty();
    }

    @Test
    void aSuccessOfAnInviteThatComesAgainIsToldAsRepeated() throws Exception {
        asks("INVITE");
        SipMessage invite = received();

        says(SipMessage.response(invite, 200, "OK"));
        says(SipMessage.response(invite, 200, "OK"));

        assertThat(next(inbox.repeated).status()).isEqualTo(200);
        assertThat(next(answers).status()).isEqualTo(200);
        assertThat(answers).isEmpty();
    }

    @Test
    void aRequestThatComesAgainIsToldOnceAndGetsTheSameAnswer() throws Exception {
        SipMessage bye = request("BYE").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKone");
        says(bye);
        SipMessage told = next(inbox.requested);
        loop.tell(() -> endpoint.respond(told, SipMessage.response(told, 200, "OK")));
        SipMessage answer = received();

        says(bye);

        assertThat(received()).isEqualTo(answer);
        assertThat(inbox.requested).isEmpty();
    }

    @Test
    void aSuccessIsRepeatedWhileNobodyAcknowledgesIt() throws Exception {
        SipMessage invite = request("INVITE").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKone");
        says(invite);
        SipMessage told = next(inbox.requested);
        loop.tell(() -> endpoint.respond(told, SipMessage.response(told, 200, "OK")));
        SipMessage success = received();

        assertThat(received()).isEqualTo(success);
        says(request("ACK").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKtwo"));

        assertThat(next(inbox.requested).method()).isEqualTo("ACK");
    }

    @Test
    void theAcknowledgementOfARefusalConcernsNobody() throws Exception {
        SipMessage invite = request("INVITE").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKone");
        says(invite);
        SipMessage told = next(inbox.requested);
        loop.tell(() -> endpoint.respond(told, SipMessage.response(told, 486, "Busy Here")));
        assertThat(received().status()).isEqualTo(486);

        says(request("ACK").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKone"));
        says(request("OPTIONS").with("Via", "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKtwo"));

        assertThat(next(inbox.requested).method()).isEqualTo("OPTIONS");
    }
}
