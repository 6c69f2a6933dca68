package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import java.util.Set;
import java.util.stream.Collectors;

/** Who hears whom by a plan, as media-adapter reads it. */
final class Audience {
    private Audience() {}

    static Set<LegId> of(HearingPlan plan, LegId speaker) {
        return plan.legs().stream()
                .filter(speaking -> speaking.leg().equals(speaker) && speaking.heard())
                .flatMap(speaking -> plan.legs().stream()
                        .filter(listening -> listening.hears()
                                && listening.aside().equals(speaking.aside())
                                && !listening.leg().equals(speaker)))
                .map(HearingPlan.Hearing::leg)
                .collect(Collectors.toSet());
    }
}
