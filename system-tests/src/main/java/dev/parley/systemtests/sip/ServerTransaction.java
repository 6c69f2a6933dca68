package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody else's (RFC 3261 §17.2): it gets the same answer whenever it comes again, and an INVITE its
 * final one until that is acknowledged. To be used on its loop only.
 */
final class ServerTransaction {
    private final Loop loop;
    private final SipTransport transport;
    private final SipMessage request;
    private final InetSocketAddress from;
    private @Nullable SipMessage last;
    private boolean acknowledged;

    ServerTransaction(Loop loop, SipTransport transport, SipMessage request, InetSocketAddress from) {
        this.loop = loop;
        this.transport = transport;
        this.request = request;
        this.from = from;
    }

    /** What comes after the final answer is not sent. */
    void answer(SipMessage response) {
        if (last != null && last.status() >= 200) {
            return;
        }
        last = response;
        transport.send(response.bytes(), from);
        if (isInvite() && response.status() >= 200) {
            loop.after(Timers.T1, () -> repeatUnacknowledged(Timers.after(Timers.T1), System.nanoTime()));
        }
    }

    private void repeatUnacknowledged(Duration again, long since) {
        if (!acknowledged && System.nanoTime() - since < Timers.GIVE_UP.toNanos()) {
            repeat();
            loop.after(again, () -> repeatUnacknowledged(Timers.after(again), since));
        }
    }

    /** Sends the last answer again, if there was one. */
    void repeat() {
        if (last != null) {
            transport.send(last.bytes(), from);
        }
    }

    /** Nothing is repeated any more. */
    void acknowledged() {
        acknowledged = true;
    }

    boolean isInviteOf(SipMessage ack) {
        return isInvite() && request.cseq() == ack.cseq() && request.callId().equals(ack.callId());
    }

    boolean hasFailed() {
        return last != null && last.status() >= 300;
    }

    private boolean isInvite() {
        return request.method().equals("INVITE");
    }
}
