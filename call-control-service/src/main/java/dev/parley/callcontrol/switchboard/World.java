package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What is outside of a call: SIP, the other services, time. */
record World(Supplier<SipPort> port, Outbox outbox, ScheduledExecutorService clock, InstantSource time) {
    private static final Logger LOG = Logger.getLogger(World.class);

    SipPort sip() {
        return port.get();
    }

    /**
     * Runs what a request leads to. Whatever goes wrong with it is answered, and harms no other.
     *
     * @return false when it failed
     */
    boolean answersFailure(String call, SipRequest request, Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "message failed callId=%s method=%s", call, request.method());
            sip().reply(request, Replies.to(request, 500, call));
            return false;
        }
    }

    Instant now() {
        return time.instant();
    }
}
