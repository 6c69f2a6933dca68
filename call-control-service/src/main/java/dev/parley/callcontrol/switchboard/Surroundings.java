package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.sip.SipResponse;
import java.util.function.Consumer;

/** What all live calls share. */
record Surroundings(
        CallDecider decider,
        Lanes lanes,
        World world,
        StoredCalls stored,
        Meters meters,
        LiveCalls calls,
        OutsideCalls outside,
        Consumer<Effect.CallBack> callbacks,
        Consumer<SipResponse> strays) {}
