package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One socket and its transactions (RFC 3261 §17): what comes in goes to the one it belongs to. To be used on its loop
 * only.
 */
public final class SipEndpoint implements AutoCloseable {
    private final Loop loop;
    private final SipTransport transport;
    private final Owner owner;
    private final Map<String, ClientTransaction> asked = new HashMap<>();
    private final Map<String, ServerTransaction> answered = new HashMap<>();

    /** Gets what belongs to no transaction that the endpoint can finish itself. */
    public interface Owner {
        /** A new request, ACK to a success and CANCEL included (the latter is already answered). */
        void requested(SipMessage request);

        /** A response to a transaction that is over: a repeated 2xx wants its ACK again. */
        void repeated(SipMessage response);
    }

    private SipEndpoint(Loop loop, Owner owner, InetSocketAddress address, boolean tcp) {
        this.loop = loop;
        this.owner = owner;
        this.transport =
                tcp ? new TcpTransport(loop, address, this::received) : new UdpTransport(loop, address, this::received);
    }

    public static SipEndpoint udp(Loop loop, InetSocketAddress address, Owner owner) {
        return new SipEndpoint(loop, owner, address, false);
    }

    public static SipEndpoint tcp(Loop loop, InetSocketAddress address, Owner owner) {
        return new SipEndpoint(loop, owner, address, true);
    }

    public InetSocketAddress local() {
        return transport.local();
    }

    /** {@code UDP} or {@code TCP}. */
    public String transport() {
        return transport.name();
    }

    /**
     * Sends a request in a transaction of its own.
     *
     * @param answers gets every response once; 408 when none comes (RFC 3261 §8.1.3.1)
     * @return the request as sent, with its Via: what CANCEL needs
     */
    public SipMessage send(SipMessage request, InetSocketAddress to, Consumer<SipMessage> answers) {
        SipMessage sent = withVia(request, "z9hG4bK" + UUID.randomUUID());
        start(sent, to, answers);
        return sent;
    }

    private void start(SipMessage request, InetSocketAddress to, Consumer<SipMessage> answers) {
        ClientTransaction transaction = new ClientTransaction(loop, transport, request, to, answers, owner::repeated);
        asked.put(key(request), transaction);
        transaction.start(() -> asked.remove(key(request), transaction));
    }

    /** Sends what has no transaction: the ACK to a 2xx. */
    public void sendAck(SipMessage ack, InetSocketAddress to) {
        transport.send(withVia(ack, "z9hG4bK" + UUID.randomUUID()).bytes(), to);
    }

    /** Takes back an INVITE that has no final answer (RFC 3261 §9.1). */
    public void cancel(SipMessage invite, InetSocketAddress to) {
        SipMessage cancel = SipMessage.request("CANCEL", invite.requestUri());
        for (String copied : new String[] {"Via", "Route", "From", "To", "Call-ID"}) {
            for (String value : invite.all(copied)) {
                cancel = cancel.with(copied, value);
            }
        }
        cancel = cancel.with("CSeq", invite.cseq() + " CANCEL").with("Max-Forwards", "70");
        start(cancel, to, response -> {});
    }

    /** Answers a request; final answers to INVITE are repeated until acknowledged. */
    public void respond(SipMessage request, SipMessage response) {
        ServerTransaction transaction = answered.get(key(request));
        if (transaction != null) {
            transaction.answer(response);
        }
    }

    private SipMessage withVia(SipMessage request, String branch) {
        InetSocketAddress local = transport.local();
        return request.topped(
                "Via",
                "SIP/2.0/" + transport.name() + " " + local.getHostString() + ":" + local.getPort() + ";branch="
                        + branch + ";rport");
    }

    private static String key(SipMessage message) {
        return message.branch() + " " + message.method();
    }

    private void received(byte[] bytes, InetSocketAddress from) {
        SipMessage.parse(bytes).ifPresent(message -> {
            if (message.isRequest()) {
                requested(message, from);
            } else {
                responded(message);
            }
        });
    }

    private void responded(SipMessage response) {
        ClientTransaction transaction = asked.get(key(response));
        if (transaction == null) {
            owner.repeated(response);
        } else {
            transaction.responded(response);
        }
    }

    private void requested(SipMessage request, InetSocketAddress from) {
        if (request.method().equals("ACK")) {
            if (!isAckOfFailure(request)) {
                owner.requested(request);
            }
            return;
        }
        ServerTransaction known = answered.get(key(request));
        if (known != null) {
            known.repeat();
            return;
        }
        ServerTransaction transaction = new ServerTransaction(loop, transport, request, from);
        answered.put(key(request), transaction);
        loop.after(Timers.GIVE_UP, () -> answered.remove(key(request), transaction));
        if (request.method().equals("CANCEL")) {
            boolean pending = answered.containsKey(request.branch() + " INVITE");
            transaction.answer(
                    pending
                            ? SipMessage.response(request, 200, "OK")
                            : SipMessage.response(request, 481, "Call/Transaction Does Not Exist"));
        }
        owner.requested(request);
    }

    // Any ACK stops the repetition of what it acknowledges; that to a failure concerns nobody else.
    private boolean isAckOfFailure(SipMessage ack) {
        answered.values().stream()
                .filter(transaction -> transaction.isInviteOf(ack))
                .forEach(ServerTransaction::acknowledged);
        ServerTransaction invite = answered.get(ack.branch() + " INVITE");
        return invite != null && invite.hasFailed();
    }

    @Override
    public void close() {
        asked.values().forEach(ClientTransaction::abandon);
        answered.values().forEach(ServerTransaction::acknowledged);
        transport.close();
    }
}
