package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.List;

/** Who hears whom in a room of two. Whoever holds the other is not heard; it may still hear. */
final class RoomPlans {
    private RoomPlans() {}

    static CallStep<TwoPartyCall> bothIn(TwoPartyCall call) {
        return call.mixed() ? CallStep.to(call) : plan(call);
    }

    static CallStep<TwoPartyCall> held(TwoPartyCall call, LegId leg, boolean held) {
        Holds holds = call.isCaller(leg)
                ? new Holds(held, call.holds().called())
                : new Holds(call.holds().caller(), held);
        TwoPartyCall next = call.with(holds);
        return call.closed() || !call.mixed() ? CallStep.to(next) : plan(next);
    }

    private static CallStep<TwoPartyCall> plan(TwoPartyCall call) {
        TwoPartyCall next = call.planned();
        AudioPlan plan = new AudioPlan(
                next.room(),
                next.side().revision(),
                Ambience.SILENCE,
                List.of(
                        new PlannedLeg(
                                next.caller().id(),
                                PlannedLeg.MAIN,
                                !next.holds().caller(),
                                true),
                        new PlannedLeg(
                                next.called().id(),
                                PlannedLeg.MAIN,
                                !next.holds().called(),
                                true)));
        return CallStep.to(next).then(new Effect.Plan(plan));
    }
}
