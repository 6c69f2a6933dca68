package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.sip.SipPort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What is outside of a call: SIP, the other services, time. */
record World(Supplier<SipPort> port, Outbox outbox, ScheduledExecutorService clock, InstantSource time) {
    SipPort sip() {
        return port.get();
    }

    Instant now() {
        return time.instant();
    }
}
