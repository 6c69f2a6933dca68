package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request of ours (RFC 3261 §17.1): repeated until somebody answers; when that fails an INVITE, acknowledged. To be
 * used on its loop only.
 */
final class ClientTransaction {
    private final Loop loop;
    private final SipTransport transport;
    private final SipMessage request;
    private final InetSocketAddress to;
    private final Consumer<SipMessage> answers;
    private final Consumer<SipMessage> repeated;
    private boolean done;
    private boolean provisional;
    private Loop.@Nullable Timer expiry;
    private Runnable over = () -> {};

    /**
     * @param answers gets every response once; 408 when none comes
     * @param repeated gets a 2xx to INVITE that comes again
     */
    ClientTransaction(
            Loop loop,
            SipTransport transport,
            SipMessage request,
            InetSocketAddress to,
            Consumer<SipMessage> answers,
            Consumer<SipMessage> repeated) {
        this.loop = loop;
        this.transport = transport;
        this.request = request;
        this.to = to;
        this.answers = answers;
        this.repeated = repeated;
    }

    /**
     * Sends the request.
     *
     * @param whenOver run once nothing more has to be expected
     */
    void start(Runnable whenOver) {
        over = whenOver;
        transmit(Timers.T1);
        expiry = loop.after(Timers.GIVE_UP, this::expire);
    }

    /** Nothing is sent or told any more. */
    void abandon() {
        done = true;
    }

    private boolean isInvite() {
        return request.method().equals("INVITE");
    }

    private void transmit(Duration again) {
        if (done || (provisional && isInvite())) {
            return;
        }
        transport.send(request.bytes(), to);
        if (!transport.isReliable()) {
            loop.after(again, () -> transmit(Timers.after(again)));
        }
    }

    void responded(SipMessage response) {
        if (response.status() >= 300 && isInvite()) {
            transport.send(ackFor(response).bytes(), to);
        }
        if (done) {
            if (isInvite() && response.status() / 100 == 2) {
                repeated.accept(response);
            }
            return;
        }
        if (response.status() < 200) {
            provisional = true;
            if (isInvite() && expiry != null) {
                expiry.cancel();
            }
        } else {
            done = true;
            loop.after(Timers.GIVE_UP, over);
        }
        answers.accept(response);
    }

    private void expire() {
        if (!done) {
            done = true;
            over.run();
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
