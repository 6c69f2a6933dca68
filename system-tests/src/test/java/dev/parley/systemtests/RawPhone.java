package dev.parley.systemtests;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.Digest;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One UDP socket that sends whatever it is told to the edge, right or wrong, and reads what comes. Nothing is repeated and
 * nothing answered by itself.
 */
final class RawPhone implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String SDP = """
            v=0\r
            o=- 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio 40000 RTP/AVP 0\r
            a=rtpmap:0 PCMU/8000\r
            """;
    private static final int LARGEST_DATAGRAM = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress edge;
    private final String callId = UUID.randomUUID().toString();
    private final String tag = token();

    RawPhone(World world, String host, int port) {
        this(world.sip().address(), host, port);
    }

    RawPhone(InetSocketAddress edge, String host, int port) {
        this.edge = edge;
        try {
            socket = new DatagramSocket(Address.of(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the edge's own address, with any free port. */
    RawPhone(World world) {
        this(world, world.sip().host(), 0);
    }

    static String token() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    String hostAndPort() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    String callId() {
        return callId;
    }

    /** A request with all that every request has, and a Contact at this socket. */
    SipMessage request(String method, String uri, String fromUri, int cseq) {
        return SipMessage.request(method, uri)
                .with("Via", "SIP/2.0/UDP " + hostAndPort() + ";branch=z9hG4bK" + token() + ";rport")
                .with("Max-Forwards", "70")
                .with("From", "<" + fromUri + ">;tag=" + tag)
                .with("To", "<" + uri + ">")
                .with("Call-ID", callId)
                .with("CSeq", cseq + " " + method)
                .with("Contact", "<sip:raw@" + hostAndPort() + ">");
    }

    /** The answer to a challenge: the same request with credentials and the next number, in a new transaction. */
    SipMessage answering(SipMessage challenge, SipMessage request, Account account) {
        return again(request).with(credentialsHeader(challenge), credentials(challenge, request, account));
    }

    static String credentialsHeader(SipMessage challenge) {
        return challenge.status() == 407 ? "Proxy-Authorization" : "Authorization";
    }

    static String credentials(SipMessage challenge, SipMessage request, Account account) {
        String asked = challenge.require(challenge.status() == 407 ? "Proxy-Authenticate" : "WWW-Authenticate");
        return Digest.answer(
                asked, request.method(), request.requestUri(), account.user(), account.password(), token());
    }

    SipMessage again(SipMessage request) {
        return request.replacing("CSeq", (request.cseq() + 1) + " " + request.method())
                .replacing("Via", "SIP/2.0/UDP " + hostAndPort() + ";branch=z9hG4bK" + token() + ";rport");
    }

    /** Sends it, once more with credentials when it is challenged, and tells the final response. */
    SipMessage exchangeAs(Account account, SipMessage request) {
        SipMessage answer = exchange(request);
        if (answer.status() != 401 && answer.status() != 407) {
            return answer;
        }
        acknowledge(request, answer);
        return exchange(answering(answer, request, account));
    }

    /** Sends it and tells the final response; acknowledges none. */
    SipMessage exchange(SipMessage request) {
        send(request);
        return awaitFinal(request);
    }

    SipMessage awaitFinal(SipMessage request) {
        return await(message -> !message.isRequest()
                        && message.status() >= 200
                        && message.require("CSeq").equals(request.require("CSeq"))
                        && message.callId().equals(request.callId()))
                .orElseThrow(() -> new AssertionError("No final answer to " + request));
    }

    /** The ACK of a failure, or of a success, whose target is then its Contact. */
    void acknowledge(SipMessage request, SipMessage answer) {
        if (!request.method().equals("INVITE")) {
            return;
        }
        boolean success = answer.status() < 300;
        String target = success ? SipMessage.uri(answer.require("Contact")) : request.requestUri();
        SipMessage ack = SipMessage.request("ACK", target)
                .with("Via", success ? request.require("Via") + "ack" : request.require("Via"))
                .with("Max-Forwards", "70")
                .with("From", request.require("From"))
                .with("To", answer.require("To"))
                .with("Call-ID", request.callId())
                .with("CSeq", request.cseq() + " ACK");
        if (success) {
            for (String route : answer.all("Record-Route").reversed()) {
                ack = ack.with("Route", route);
            }
        }
        send(ack);
    }

    void send(SipMessage message) {
        send(message.bytes());
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, edge));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<SipMessage> await(Predicate<SipMessage> wanted) {
        return await(wanted, PATIENCE);
    }

    /** The first message that is wanted; what comes before it is lost. */
    Optional<SipMessage> await(Predicate<SipMessage> wanted, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout((int) left);
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
                socket.receive(packet);
                Optional<SipMessage> message = SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (message.filter(wanted).isPresent()) {
                    return message;
                }
            }
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a request of this method has come and lies in the socket; to be asked when whatever sends it is over. */
    boolean hasReceived(String method) {
        return await(message -> message.isRequest() && message.method().equals(method), Duration.ofMillis(1))
                .isPresent();
    }

    @Override
    public void close() {
        socket.close();
    }
}
