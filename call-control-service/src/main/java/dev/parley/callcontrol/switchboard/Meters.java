package dev.parley.callcontrol.switchboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What operators see: how many calls there are, how INVITEs end, and where the time of a call set-up goes. */
public final class Meters {
    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A final answer to an INVITE, by its status. */
    void answered(int status) {
        registry.counter("parley_call_invites", "status", String.valueOf(status))
                .increment();
    }

    /** An INVITE turned away before it was a call. */
    void turnedAway(int status) {
        registry.counter("parley_call_turned_away", "status", String.valueOf(status))
                .increment();
    }

    /** How long after the INVITE a hop of the set-up was reached. */
    void reached(String hop, Instant received, Instant now) {
        Timer.builder("parley_call_setup")
                .tag("hop", hop)
                .publishPercentileHistogram()
                .register(registry)
                .record(Duration.between(received, now));
    }
}
