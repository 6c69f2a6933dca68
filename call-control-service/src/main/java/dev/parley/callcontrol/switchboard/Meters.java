package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.leg.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What operators see: how many calls there are, how INVITEs end, and where the time of a call set-up goes. */
public final class Meters {
    private final MeterRegistry registry;
    private final Counter begun;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.begun = Counter.builder("parley_call_begun")
                .description("Calls that came in, turned away or not, and calls that were to be placed")
                .register(registry);
    }

    /** One more call to set up. */
    void begins() {
        begun.increment();
    }

    /** How many there were in all. */
    public double begun() {
        return begun.count();
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
