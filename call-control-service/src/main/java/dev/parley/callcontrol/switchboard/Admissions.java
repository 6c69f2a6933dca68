package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.contracts.id.LegId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The outside legs of one call that count; each counts as long as it is there. To be used in the call's lane only. */
final class Admissions {
    private final OutsideCalls calls;
    private final Set<LegId> mine = new HashSet<>();

    Admissions(OutsideCalls calls) {
        this.calls = calls;
    }

    boolean admit(LegId leg, Toll toll, Instant now) {
        return calls.admit(leg, toll, now) && mine.add(leg);
    }

    void count(LegId leg, Toll toll, Instant now) {
        calls.count(leg, toll, now);
        mine.add(leg);
    }

    /** Gives back what the call no longer has. */
    void follow(Call call) {
        Set<LegId> there = call.over()
                ? Set.of()
                : call.legs().stream()
                        .filter(leg -> !(leg instanceof Leg.Gone))
                        .map(Leg::id)
                        .collect(Collectors.toSet());
        mine.stream().filter(leg -> !there.contains(leg)).forEach(calls::release);
        mine.retainAll(there);
    }
}
