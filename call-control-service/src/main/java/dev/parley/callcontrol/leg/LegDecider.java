package dev.parley.callcontrol.leg;

import dev.parley.contracts.call.CallEvent.LegEnd;
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

    /** Nothing can come for it; it can only be given up. */
    private static LegStep planned(Leg.Planned leg, LegInput input) {
        boolean givenUp = input instanceof LegInput.HangUp || input instanceof LegInput.Refuse;
        return givenUp
                ? LegStep.to(new Leg.Gone(leg.line())).notice(new LegNotice.Over(LegEnd.ENDED_BY_US))
                : LegStep.to(leg);
    }

    public LegStep decide(Leg leg, LegInput input, Instant now) {
        return switch (leg) {
            case Leg.Planned state -> planned(state, input);
            case Leg.Incoming state -> incoming.decide(state, input, now);
            case Leg.Outgoing state -> outgoing.decide(state, input, now);
            case Leg.Up state -> up.decide(state, input, now);
            case Leg.Gone state -> LegStep.to(state);
        };
    }
}
