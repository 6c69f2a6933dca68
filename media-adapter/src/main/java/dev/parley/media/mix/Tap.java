package dev.parley.media.mix;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A party that hears and says nothing: what it hears is kept.
 *
 * @param legs those that it hears
 */
public record Tap(String party, Set<LegId> legs) {
    public Tap {
        legs = Set.copyOf(legs);
    }

    /** The tap of the name that a leg says. */
    public static Tap ofName(LegId leg) {
        return new Tap(Bus.name(leg), Set.of(leg));
    }

    /**
     * The recordings that a plan wants. Nobody is recorded who may not be heard: what is said while muted or held is
     * nobody's, not even a recording's.
     */
    public static List<Tap> wantedBy(Optional<AudioPlan> plan) {
        return plan.stream()
                .flatMap(it -> Stream.concat(conference(it), legs(it)))
                .toList();
    }

    private static Stream<Tap> conference(AudioPlan plan) {
        return plan.recording().stream()
                .map(recording -> new Tap(
                        Bus.recording(recording),
                        plan.legs().stream()
                                .filter(leg -> leg.heard() && leg.group().equals(PlannedLeg.MAIN))
                                .map(PlannedLeg::leg)
                                .collect(Collectors.toSet())));
    }

    private static Stream<Tap> legs(AudioPlan plan) {
        return plan.legs().stream()
                .flatMap(leg -> leg.recording().stream()
                        .map(recording ->
                                new Tap(Bus.recording(recording), leg.heard() ? Set.of(leg.leg()) : Set.of())));
    }
}
