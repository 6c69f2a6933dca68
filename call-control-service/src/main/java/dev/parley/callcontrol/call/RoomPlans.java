package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.List;
import java.util.Optional;

/** Who hears whom in a room of two. Whoever holds the other is not heard; it may still hear. */
final class RoomPlans {
    /** Where a password is keyed. */
    private static final String ASIDE = "password";

    private RoomPlans() {}

    static CallStep<TwoPartyCall> bothIn(TwoPartyCall call) {
        return call.mixed() ? CallStep.to(call) : plan(call);
    }

    static CallStep<TwoPartyCall> held(TwoPartyCall call, LegId leg, boolean held) {
        Holds holds = call.isCaller(leg)
                ? new Holds(held, call.holds().called())
                : new Holds(call.holds().caller(), held);
        TwoPartyCall next = call.with(holds);
        return again(next);
    }

    /** Says anew who hears whom. */
    static CallStep<TwoPartyCall> again(TwoPartyCall call) {
        return call.closed() || !call.mixed() ? CallStep.to(call) : plan(call);
    }

    private static CallStep<TwoPartyCall> plan(TwoPartyCall call) {
        TwoPartyCall next = call.planned();
        AudioPlan plan = new AudioPlan(
                next.room(),
                next.side().revision(),
                Ambience.SILENCE,
                List.of(
                        planned(next, next.caller().id(), !next.holds().caller()),
                        planned(next, next.called().id(), !next.holds().called())));
        return CallStep.to(next).then(new Effect.Plan(plan));
    }

    private static PlannedLeg planned(TwoPartyCall call, LegId leg, boolean heard) {
        if (!call.keying().apart()) {
            return new PlannedLeg(leg, PlannedLeg.MAIN, heard, true);
        }
        return call.keying().presser().filter(leg::equals).isPresent()
                ? new PlannedLeg(leg, ASIDE, heard, true)
                : new PlannedLeg(leg, PlannedLeg.MAIN, heard, true, Optional.of(Ambience.MUSIC), Optional.empty());
    }

    /** The last plan of a room whose legs are another room's now. */
    static AudioPlan handedOver(TwoPartyCall call, RoomId to) {
        return new AudioPlan(
                call.room(),
                call.planned().side().revision(),
                Ambience.SILENCE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(to));
    }
}
