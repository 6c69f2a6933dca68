package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.call.CallEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What operators see: how many calls there are, how INVITEs end, and where the time of a call set-up goes. */
public final class Meters {
    private static final Duration SOON = Duration.ofSeconds(1);

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
            count(
                    "parley_call_invites",
                    "Final answers to INVITEs that were calls",
                    reply.response().status());
        }
    }

    /** An INVITE turned away before it was a call. */
    void turnedAway(int status) {
        count("parley_call_turned_away", "INVITEs that were answered before they were calls", status);
    }

    private void count(String name, String description, int status) {
        Counter.builder(name)
                .description(description)
                .tag("status", String.valueOf(status))
                .register(registry)
                .increment();
    }

    /** The hops that conference-service is told of. */
    void told(CallEvent event, Instant received, Instant now) {
        switch (event) {
            case CallEvent.LegArrived _ -> reached("arrived", received, now);
            case CallEvent.LegAnswered _ -> reached("answered", received, now);
            case CallEvent.LegHeld _,
                    CallEvent.LegResumed _,
                    CallEvent.LegDigit _,
                    CallEvent.LegRinging _,
                    CallEvent.LegProgressed _,
                    CallEvent.EscalationAsked _,
                    CallEvent.LegEnded _ -> {}
        }
    }

    /** How long after the INVITE a hop of the set-up was reached. */
    void reached(String hop, Instant received, Instant now) {
        Timer.builder("parley_call_setup")
                .description("How long after the INVITE a hop of the set-up was reached")
                .tag("hop", hop)
                .publishPercentileHistogram()
                // A bucket of its own: what the service level is about.
                .serviceLevelObjectives(SOON)
                .register(registry)
                .record(Duration.between(received, now));
    }
}
