package dev.parley.callcontrol.leg;

import java.time.Instant;

/** What an input does to a leg. */
public final class LegDecider {
    private final IncomingRules incoming;
    private final OutgoingRules outgoing;
    private final UpRules up;

    public LegDecider(LegSettings settings) {
        incoming = new IncomingRules(settings);
        outgoing = new OutgoingRules(settings);
        up = new UpRules(settings);
    }

    public LegStep decide(Leg leg, LegInput input, Instant now) {
        return switch (leg) {
            case Leg.Incoming state -> incoming.decide(state, input, now);
            case Leg.Outgoing state -> outgoing.decide(state, input, now);
            case Leg.Up state -> up.decide(state, input, now);
            case Leg.Gone state -> LegStep.to(state);
        };
    }
}
