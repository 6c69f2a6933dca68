package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.leg.Effect;
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

    /** Counts final answers to INVITEs, by their status. */
    void answered(Effect.Reply reply) {
        boolean toFirstInvite =
                reply.request().is("INVITE") && reply.request().toTag().isEmpty();
        if (toFirstInvite && !reply.response().provisional()) {
            registry.counter(
                            "parley_call_invites",
                            "status",
                            String.valueOf(reply.response().status()))
                    .increment();
        }
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
