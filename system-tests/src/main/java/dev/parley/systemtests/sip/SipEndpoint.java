package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket and its transactions (RFC 3261 §17): retransmits what is not answered, repeats answers to repeated
 * requests, acknowledges failures of INVITE. To be used on its loop only.
 */
public final class SipEndpoint implements AutoCloseable {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    private static final Duration GIVE_UP = T1.multipliedBy(64);

    private final Loop loop;
    private final SipTransport transport;
    private final Owner owner;
    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<String, Answered> answered = new HashMap<>();

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
        Asked transaction = new Asked(sent, to, answers);
        asked.put(key(sent), transaction);
        transaction.transmit(T1);
        transaction.expiry = loop.after(GIVE_UP, transaction::expire);
        return sent;
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
        Asked transaction = new Asked(cancel, to, response -> {});
        asked.put(key(cancel), transaction);
        transaction.transmit(T1);
        transaction.expiry = loop.after(GIVE_UP, transaction::expire);
    }

    /** Answers a request; final answers to INVITE are repeated until acknowledged. */
    public void respond(SipMessage request, SipMessage response) {
        Answered transaction = answered.get(key(request));
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
        Asked transaction = asked.get(key(response));
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
        Answered known = answered.get(key(request));
        if (known != null) {
            known.repeat();
            return;
        }
        Answered transaction = new Answered(request, from);
        answered.put(key(request), transaction);
        loop.after(GIVE_UP, () -> answered.remove(key(request), transaction));
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
        for (Answered transaction : answered.values()) {
            if (transaction.isInviteOf(ack)) {
                transaction.acknowledged = true;
            }
        }
        Answered failed = answered.get(ack.branch() + " INVITE");
        return failed != null && failed.last != null && failed.last.status() >= 300;
    }

    @Override
    public void close() {
        asked.values().forEach(transaction -> transaction.done = true);
        answered.values().forEach(transaction -> transaction.acknowledged = true);
        transport.close();
    }

    /** A request of ours. */
    private final class Asked {
        private final SipMessage request;
        private final InetSocketAddress to;
        private final Consumer<SipMessage> answers;
        private boolean done;
        private boolean provisional;
        private Loop.@Nullable Timer expiry;

        Asked(SipMessage request, InetSocketAddress to, Consumer<SipMessage> answers) {
            this.request = request;
            this.to = to;
            this.answers = answers;
        }

        private void transmit(Duration again) {
            if (done || (provisional && request.method().equals("INVITE"))) {
                return;
            }
            transport.send(request.bytes(), to);
            if (!transport.isReliable()) {
                loop.after(again, () -> transmit(shorter(again.multipliedBy(2))));
            }
        }

        private void responded(SipMessage response) {
            boolean invite = request.method().equals("INVITE");
            if (response.status() >= 300 && invite) {
                transport.send(ackFor(response).bytes(), to);
            }
            if (done) {
                if (invite && response.status() / 100 == 2) {
                    owner.repeated(response);
                }
                return;
            }
            if (response.status() < 200) {
                provisional = true;
                if (invite && expiry != null) {
                    expiry.cancel();
                }
            } else {
                done = true;
                loop.after(GIVE_UP, () -> asked.remove(key(request), this));
            }
            answers.accept(response);
        }

        private void expire() {
            if (!done) {
                done = true;
                asked.remove(key(request), this);
                answers.accept(SipMessage.response(request, 408, "Request Timeout"));
            }
        }

        private SipMessage ackFor(SipMessage response) {
            SipMessage ack = SipMessage.request("ACK", request.requestUri())
                    .with("Via", request.require("Via"))
                    .with("From", request.require("From"))
                    .with("To", response.require("To"))
                    .with("Call-ID", request.callId())
                    .with("CSeq", request.cseq() + " ACK")
                    .with("Max-Forwards", "70");
            for (String route : request.all("Route")) {
                ack = ack.with("Route", route);
            }
            return ack;
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(T2) < 0 ? wait : T2;
    }

    /** A request of somebody else's. */
    private final class Answered {
        private final SipMessage request;
        private final InetSocketAddress from;
        private @Nullable SipMessage last;
        private boolean acknowledged;

        Answered(SipMessage request, InetSocketAddress from) {
            this.request = request;
            this.from = from;
        }

        private void answer(SipMessage response) {
            if (last != null && last.status() >= 200) {
                return;
            }
            last = response;
            transport.send(response.bytes(), from);
            if (request.method().equals("INVITE") && response.status() >= 200) {
                loop.after(T1, () -> repeatUnacknowledged(T1.multipliedBy(2), System.nanoTime()));
            }
        }

        private void repeatUnacknowledged(Duration again, long since) {
            if (!acknowledged && System.nanoTime() - since < GIVE_UP.toNanos()) {
                repeat();
                loop.after(again, () -> repeatUnacknowledged(shorter(again.multipliedBy(2)), since));
            }
        }

        private void repeat() {
            if (last != null) {
                transport.send(last.bytes(), from);
            }
        }

        private boolean isInviteOf(SipMessage ack) {
            return request.method().equals("INVITE")
                    && request.cseq() == ack.cseq()
                    && request.callId().equals(ack.callId());
        }
    }
}
